import { describe, expect, test } from 'vitest';
import { findRecommendations } from '../../../core/link/recommendations.ts';
import { saysWhatToDo } from '../../../core/link/says-what-to-do.ts';
import type { UnlinkedPost } from '../../../core/link/unlinked-posts.ts';
import { makePage, readPage } from '../sources/text-page/made-page.ts';

/** The recommendations of a thread, given in reading order. */
const read = (...texts: readonly string[]) =>
  readPage(makePage(texts.toReversed().map((text) => ({ text })))).recommendations;
const numbers = (...texts: readonly string[]) => read(...texts).map(({ number }) => number);

const facts = '1. Prisons are full\n2. Staff leave\n3. Costs rise';
const advice = '1. Publish a plan\n2. Ministers should say who pays\n3. More time';

describe('a list is one of recommendations', () => {
  test.each([
    'Our recommendations',
    'Here are our recommendations to tackle the challenges of prisons',
    'We make 14 recommendations. They are:',
    'Lots of recommendations below, split into 2 sections: plans and money',
    'We recommend:',
    'What do we recommend?',
    'The following proposals would help',
    'Three problems stand in the way. Our recommendations:',
    'Proposals for ministers:',
    'I recommend reading all of it. In short, our recs:',
    'Here’s what we recommend:',
    'The IfG recommends:',
    'The Institute for Government’s recommendations:',
    'The report’s recommendations:',
    'Recommendations from our report:',
    'Our recommendations for the Treasury:',
    'Recommendations for government:',
    'Recommendations in full:',
    'The full list of recommendations:',
    'To fix this, we recommend:',
    'Key recs 👇',
  ])('where the words before it say so, whatever its points say: %s', (lead) => {
    expect(numbers(lead, facts)).toEqual([1, 2, 3]);
  });
  test.each([
    ['NEW REPORT with recommendations for ministers', advice],
    ['NEW REPORT, three findings and three recommendations', advice],
    ['How could this change?', advice, 'Those are our recommendations'],
    [advice, 'Read all of our recommendations'],
    ['We make three recommendations. There are three problems: money, people and time.', advice],
  ])('where the thread speaks of some, and most of its points say what to do: %s', (...texts) => {
    expect(numbers(...texts)).toEqual([1, 2, 3]);
  });
  test.each([
    'Recommendation 1: More time\nRecommendation 2: Longer terms',
    'Rec 1: More time\nRec 2: Longer terms',
    'RECOMMENDATION 1: More time\nRECOMMENDATION 2: Longer terms',
    'Recommendation #1: More time\nRecommendation #2: Longer terms',
    'Recommendation 1\nMore time\nRecommendation 2\nLonger terms',
    '✅ Rec 1: More time\n✅ Rec 2: Longer terms',
    'Recommendation 1 More time\nRecommendation 2 Longer terms',
    'Rec 1 More time\nRec 2 Longer terms',
  ])('where its points are called so one by one: %j', (list) => {
    expect(read('NEW REPORT', list).map(({ number, text }) => [number, text])).toEqual([
      [1, 'More time'],
      [2, 'Longer terms'],
    ]);
  });
  test.each(['✅ 1. ', '👉 1) ', '- 1. ', '• (1) ', '1.\n', '1️⃣\n', '①\n', '✅ 1.\n'])(
    'whatever stands before its numbers, or between them and its words: %j',
    (sign) => {
      const list = `${sign}More time\n${sign.replace('1', '2').replace('①', '②')}Longer terms`;
      expect(read('We recommend:', list).map(({ text }) => text)).toEqual(['More time', 'Longer terms']);
    },
  );
});

test.each(['\r\n', '\r', '\u2028', '\n\u200b', '\n\ufeff'])('lines are told apart by %j', (end) => {
  const list = ['We recommend:', '1. More time', '2. Longer terms', '3. Better pay'].join(end);
  expect(read('NEW REPORT', list).map(({ text }) => text)).toEqual(['More time', 'Longer terms', 'Better pay']);
});
test('a list whose numbers have a letter before them', () => {
  expect(numbers('We recommend:', 'R1: More time\nR2: Longer terms')).toEqual([1, 2]);
});
test('a line that only speaks of a recommendation is no point', () => {
  expect(numbers('Our recommendations:', 'Recommendation 3 is the one that matters', 'Rec 4 says why')).toEqual([]);
});

describe('a list is none', () => {
  test.each([
    'Key findings:',
    'Here are the lessons',
    'Five charts on prisons',
    'There are several reasons for this',
    'Our three biggest problems',
    'Some facts',
    'Further reading:',
  ])('where the words before it say what else it is, whatever its points say: %s', (lead) => {
    expect(numbers('NEW REPORT with recommendations', lead, advice)).toEqual([]);
    expect(numbers(lead, advice, 'Our recommendations are in the report')).toEqual([]);
  });
  test.each([
    ['NEW REPORT with recommendations for ministers', facts],
    ['NEW REPORT', facts, 'Read our recommendations'],
    ['I recommend reading this report', advice],
    ['Highly recommended!', advice],
    ['All at example.org/report/recommendations/', advice],
    ['The government’s proposals:', advice, 'Our recommendations go further'],
    ['In their own proposals:', advice, 'Our recommendations go further'],
    ['NEW REPORT', advice],
    ['Our recommendations leave three questions:', '1. Who should pay?\n2. Who must act?'],
    ['Four principles, our recommendations are based on:', '1. Simplicity\n2. Fairness'],
  ])('where nothing says that it is one: %s', (...texts) => {
    expect(numbers(...texts)).toEqual([]);
  });
});

test.each([
  'We do not recommend:',
  'We would not recommend:',
  'We recommend against:',
  'Nobody recommends:',
  'Recommendations we rejected:',
  'Government proposals:',
  'New government proposals:',
  'Labour proposals:',
  'The proposals in the white paper:',
  'Starmer’s proposals:',
  'Reform UK’s proposals:',
  'The inquiry’s recommendations:',
  'MPs’ recommendations:',
  'The PAC recommends:',
  'The Covid Inquiry recommends:',
  'MPs recommend:',
  'Recommendations of the Hallett inquiry:',
  'The committee has made these recommendations:',
  'Book recommendations:',
  'Podcast recs:',
  'Books I recommend:',
  'Recommendations for further reading:',
])('what is not ours to recommend, or not recommended, is none, whatever it says: %s', (lead) => {
  expect(numbers('NEW REPORT', lead, advice, 'Our recommendations go further')).toEqual([]);
});

describe('what others recommend is theirs', () => {
  const others = [
    'NAO',
    'King’s Fund',
    'Resolution Foundation',
    'Institute for Fiscal Studies',
    'Tony Blair Institute',
    'Alan Turing Institute',
    'Centre for Cities',
    'Carnegie UK',
    'Treasury Committee',
    '@think.tank.example',
  ];
  test.each([
    (other: string) => `${other} recommendations:`,
    (other: string) => `The ${other} recommendations:`,
    (other: string) => `Key ${other} recommendations 👇`,
    (other: string) => `The ${other} recommends:`,
    (other: string) => `The ${other}’s recommendations:`,
    (other: string) => `The ${other} report recommends:`,
    (other: string) => `The new ${other} report makes three recommendations:`,
    (other: string) => `The ${other} has set out its recommendations:`,
    (other: string) => `Today’s ${other} report is excellent. Its recommendations:`,
    (other: string) => `New ${other} report out. It recommends:`,
    (other: string) => `A great paper by the ${other}. Key recommendations:`,
    (other: string) => `The ${other} calls on ministers to act. Recommendations:`,
  ])('however it is introduced: %s', (introduce) => {
    for (const other of others) expect(numbers('NEW thread on courts', introduce(other), advice), other).toEqual([]);
  });
  test.each([
    'The IfG’s new report on the NHS recommends:',
    'In our Whitehall Monitor report we recommend:',
    'Performance Tracker 2025 recommends:',
    '@instituteforgov.bsky.social recommends:',
    'The Institute recommends:',
    'NHS recommendations:',
    'Procurement recommendations:',
    'Six UK recommendations:',
    'KEY RECOMMENDATIONS:',
    'Recommendations from the paper',
    'We propose:',
    'We call on the government to:',
  ])('and ours are ours: %s', (lead) => {
    expect(numbers('NEW REPORT', lead, facts)).toEqual([1, 2, 3]);
  });
});

test.each([
  'Labour’s five missions:',
  'The bill would:',
  'Reform UK say they would:',
  'The government has promised to',
  'Report contents:',
  'Recommendations the government has ignored:',
  'Our recommendations one year on:',
  'Since we made our recommendations:',
  'The case for our recommendations:',
])('what others do, and what came of ours, is no list of recommendations: %s', (lead) => {
  expect(numbers('NEW REPORT', lead, advice, 'Our recommendations go further')).toEqual([]);
});
test('but what they should do is', () => {
  expect(numbers('NEW REPORT', 'The government should:', advice, 'More recommendations inside')).toEqual([1, 2, 3]);
});

test.each([
  'What the government did with our recommendations:',
  'Reactions to our recommendations:',
  'What our recommendations would cost:',
  'Why we recommend this:',
  'Departments covered by our recommendations:',
  'People who worked on these recommendations:',
  'In this thread, before our recommendations, the context:',
])('what is about recommendations is none of them: %s', (lead) => {
  expect(numbers('NEW REPORT', lead, facts)).toEqual([]);
});

describe('of another time, of another’s mouth, or not to be done', () => {
  test.each([
    'In our 2021 report we recommended:',
    'Last year we recommended:',
    'Our previous recommendations:',
    'Our earlier recommendations:',
    'Our 2019 recommendations:',
    'Four years ago we recommended:',
    'Recommendations from our last report:',
    'We used to recommend:',
    'Our next report will recommend:',
    'What we recommended back in 2020:',
    'The NAO said government should:',
    'PACAC says ministers must:',
    'The Lords committee argues that departments should:',
    'Nigel Farage says the civil service must:',
    'Critics say ministers should:',
    'Suppliers told us departments should:',
    'Ministers should not:',
    'The government shouldn’t:',
    'What not to do:',
    'How to waste £1bn:',
    'We stopped short of recommending:',
    'We avoided recommending:',
    'It would be wrong to recommend:',
    'Some wanted us to recommend:',
    'We could have recommended:',
    'Bad recommendations:',
    'Recommendations to ignore:',
    'How to apply:',
    'What you can do:',
    'How to use our data explorer:',
    'What the Chancellor announced today:',
    'What Blair did:',
    'The law requires departments to:',
    'Every government promises to:',
  ])('%s', (lead) => {
    expect(numbers('NEW REPORT with recommendations for ministers', lead, advice)).toEqual([]);
  });
  test.each([
    'We say ministers should:',
    'Our report says that government should:',
    'The report argues ministers must:',
    'The IfG says government should:',
    'In our report we recommend:',
    'In 2025 the government should:',
    'What needs to change:',
    'What should change:',
    'What government should do:',
    'How to fix it:',
    'Before the next budget, ministers should:',
    'To get this right next time, we recommend:',
    'Before next year’s budget, we recommend:',
    'In response to last year’s budget, we recommend:',
    'We recommend that, by 2030, ministers should:',
    'Not everything can wait. Ministers should:',
  ])('but these are ours: %s', (lead) => {
    expect(numbers('NEW REPORT with recommendations for ministers', lead, advice)).toEqual([1, 2, 3]);
  });

  const called = 'Recommendation 1: One regulator\nRecommendation 2: A register';
  test.each([
    'The Grenfell Inquiry’s recommendations:',
    'MPs recommend:',
    'We do not recommend:',
    'The NAO recommends:',
    'Our 2019 recommendations:',
    'The government should not:',
  ])('also where the points call themselves recommendations: %s', (lead) => {
    expect(numbers('NEW REPORT with recommendations for ministers', lead, called)).toEqual([]);
  });
  test.each([
    'Three problems stand in the way.',
    'Key findings are in the report',
    'Our recommendations:',
    'The government did not accept what we said in 2023. So again:',
  ])('while these may stand before such: %s', (lead) => {
    expect(numbers('NEW REPORT with recommendations for ministers', lead, called)).toEqual([1, 2]);
  });
  test('what became of recommendations is none', () => {
    const answers = 'Recommendation 1: rejected\nRecommendation 2: accepted in part';
    expect(numbers('NEW REPORT', 'How the government responded', answers)).toEqual([]);
  });
});

describe('a point says what to do', () => {
  test.each([
    'Publish a plan',
    'Pay staff more',
    'Reform the Lords',
    'Ministers should say who pays',
    'Parliament should have a vote',
    'Ensure ministers have time',
    'Use data that is open',
    'Pay staff what they are worth',
    'Test policies before they are launched',
    'Commission a review that has teeth',
    'The Treasury needs to publish more',
    'Use of consultants should fall',
  ])('%s', (text) => expect(saysWhatToDo(text)).toBe(true));
  test.each([
    'Pay has fallen 20% since 2010',
    'Reform has stalled',
    'Reform stalled',
    'Work on this began in 2019',
    'Change is slow',
    'Plan was never published',
    'Report finds failure',
    'Use of consultants rose',
    'Support for mayors grew',
    'Open data helps',
    'Test results were poor',
    'Ministers should have acted sooner',
    'It must have cost 3bn',
    'The Treasury is to lose control',
    'Schools have to close',
    'Nothing should surprise us',
    'Who should pay?',
  ])('or not: %s', (text) => expect(saysWhatToDo(text)).toBe(false));
});

describe('a counter is no number of a list', () => {
  const counted = ['Turnover is at 12%', 'Pay has fallen', 'Ministers should act', 'More in the report'];
  const withSigns = (sign: (number: number) => string, from: number) =>
    counted.map((text, place) => `${sign(place + from)}${text}`);
  test.each([
    ['where the last post has none', [...withSigns((n) => `${n}/ `, 1), 'Read it here'], 'with recommendations '],
    [
      'where the first has none',
      ['NEW REPORT out today with our recommendations 🧵', ...withSigns((n) => `${n}/ `, 1)],
      '',
    ],
    ['behind a sign', [...withSigns((n) => `🧵 ${n}/ `, 1), 'Read it here'], 'with recommendations '],
    ['before one', [...withSigns((n) => `${n}/🧵 `, 1), 'Read it here'], 'with recommendations '],
  ])('%s', (_, texts, more) => {
    expect(numbers(...texts.map((text) => (text.includes('Turnover') ? `${text}, ${more}` : text)))).toEqual([]);
  });
});

describe('of several lists of a thread', () => {
  test('each is called so by itself', () => {
    const found = read('NEW REPORT\n\nFindings:', facts, 'Recommendations:', advice, 'Further reading:\n1. The report');
    expect(found.map(({ text }) => text)).toEqual(['Publish a plan', 'Ministers should say who pays', 'More time']);
  });
  test('in one post too', () => {
    const text = `Findings:\n${facts}\n\nRecommendations:\n${advice}`;
    expect(read(text, 'Thanks to all').map((each) => each.text)).toEqual([
      'Publish a plan',
      'Ministers should say who pays',
      'More time',
    ]);
  });
  test('all are read, under whom they speak to', () => {
    const found = read('Our recommendations', `For ministers:\n${advice}`, 'And for the civil service:', advice);
    const ofEach = Map.groupBy(found, ({ section }) => section);
    expect([...ofEach].map(([section, of]) => [section, of.map(({ number }) => number)])).toEqual([
      ['For ministers', [1, 2, 3]],
      ['for the civil service', [1, 2, 3]],
    ]);
  });
  test('a section ends with its list', () => {
    const found = read('Recommendations for ministers:', `For now:\n${advice}`, 'More recommendations below', '1. Pay');
    expect(found.map(({ number, section }) => [number, section]).at(-1)).toEqual([1, null]);
  });
  test('a number stands once in a post, since it is known by both', () => {
    const text = `Recommendations:\n1. Publish a plan\n\nMore recommendations:\n1. Say who pays`;
    expect(read(text, 'Thanks to all').map((each) => each.text)).toEqual(['Publish a plan']);
  });
});

test('points of a point are its own', () => {
  const found = read('Our recommendations', '1. Do both:\n1. This\n2. That', '2. And soon');
  expect(found.map(({ text }) => text)).toEqual(['Do both:\n1. This\n2. That', 'And soon']);
});

/** Made up in the manner of think tanks', and the first words of what they recommend. */
const THREADS: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    [
      'NEW REPORT: How to fix the civil service. 4 key findings and 3 recommendations 🧵',
      ...['1. Turnover is at a record high', '2. Pay has fallen by 20%', '3. Morale is low', '4. Specialists leave'],
      ...[
        'So what should government do? We recommend:',
        '1. A pay review',
        '2. Longer postings',
        '3. A new commission',
      ],
    ],
    ['A pay', 'Longer postings', 'A new'],
  ],
  [
    [
      'NEW: our paper on devolution, with recommendations for ministers',
      ...['1. English devolution is patchy', '2. Mayors lack powers', '3. Whitehall should let go', '4. Read it here'],
    ],
    [],
  ],
  [
    [
      'The budget process is broken. Here is how the Treasury should fix it',
      ...[
        '1. Publish one budget a year',
        '2. Stop leaking',
        '3. Consult earlier',
        'More recommendations in the report',
      ],
    ],
    ['Publish one', 'Stop leaking', 'Consult earlier'],
  ],
  [
    [
      'The Public Accounts Committee has published its recommendations on prisons:',
      ...['1. MoJ should publish a plan', '2. HMPPS must recruit'],
    ],
    [],
  ],
  [
    [
      'What we want from the next government. Five recommendations:',
      ...['1/ A reset of public spending rules', '2/ A stable tax policy', '3/ Reform of the Lords'],
    ],
    ['A reset', 'A stable', 'Reform of'],
  ],
  [
    [
      'I recommend that everybody reads this. Three reasons:',
      ...['1. It is short', '2. It is good', '3. It should change your mind'],
    ],
    [],
  ],
  [
    [
      'New report. We make 3 recommendations.',
      'First, some context. There are three problems: money, people, time.',
      ...['1. The government should set out a plan', 'This matters because the problem has two causes.'],
      ...['2. It should fund it', '3. Parliament should scrutinise it'],
    ],
    ['The government', 'It should', 'Parliament should'],
  ],
  [
    [
      'Our conference on recommendations for reform. Programme:',
      ...['1. Welcome by the director', '2. Keynote', '3. Panel on what should change'],
    ],
    [],
  ],
  [
    [
      'Any reform should follow four principles, our recommendations are based on:',
      ...['1. Simplicity', '2. Stability', '3. Fairness', '4. Accountability'],
    ],
    [],
  ],
  [
    ['Key recs 👇', '1️⃣ End the freeze on recruitment', '2️⃣ Give departments control', '3️⃣ More transparency'],
    ['End the', 'Give departments', 'More transparency'],
  ],
  [['Recommended reading for the weekend:', '1. A piece by Jill', '2. A podcast by Tim'], []],
  [
    [
      'Our report makes recommendations, but leaves 3 questions:',
      ...['1. Who should pay?', '2. Who should act?', '3. When?'],
    ],
    [],
  ],
];

test.each(THREADS)('of a whole thread only what is recommended: %j', (texts, wanted) => {
  expect(read(...texts).map(({ text }) => text.split(' ', 2).join(' '))).toEqual(wanted);
});

test('a counter at the end of a text is one, also where the post has an image', () => {
  const texts = [
    'NEW REPORT with recommendations 1/4',
    '2/ Turnover is high',
    '3/ Ministers should act',
    '4/ They should pay',
  ];
  const posts = texts.map((text, place) => ({ id: `at:${place}`, text, alternativeTexts: ['Spending by year'] }));
  expect(findRecommendations(posts as unknown as readonly UnlinkedPost[], 'thread:1', () => null)).toEqual([]);
});
