const SITE = 'https://www.instituteforgovernment.org.uk';

export const REPORT = `${SITE}/publication/procurement-government-missions-delivery`;
export const LIKELY = `${SITE}/publication/performance-tracker-2025/schools`;
export const RELATED = `${SITE}/publication/accountability-government-procurement`;
export const OTHER_PAGE = `${SITE}/comment/monarchy-and-its-throne`;
export const ELSEWHERE = 'https://example.com/';
