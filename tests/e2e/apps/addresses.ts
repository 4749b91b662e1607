const SITE = 'https://www.instituteforgovernment.org.uk';

export const REPORT = `${SITE}/publication/procurement-government-missions-delivery`;
export const OTHER_PAGE = `${SITE}/comment/monarchy-and-its-throne`;
export const ELSEWHERE = 'https://example.com/';
