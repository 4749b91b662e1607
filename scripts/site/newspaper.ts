import type { Page } from './serve.ts';

export const NEWSPAPER_ADDRESS = 'http://weekly.example/';

const IFG = 'https://www.instituteforgovernment.org.uk/publication';

/** A newspaper's page as stores' pictures show it; paper and text are made up. */
export const NEWSPAPER: Page = {
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Whitehall urged to buy better | The Weekly</title>
<meta name="viewport" content="width=device-width">
<style>
body { margin: 0; color: #1d1d1f; background: #fff; font: 19px/1.6 "Liberation Serif", Georgia, serif }
header { display: flex; align-items: baseline; gap: 28px; padding: 18px 64px 14px; border-bottom: 3px double #1d1d1f }
header b { font-size: 30px; letter-spacing: -.01em }
header span, aside, .by { font: 14px/1.5 "Liberation Sans", Arial, sans-serif; color: #5a5a60 }
main { display: grid; grid-template-columns: 680px 1fr; gap: 72px; padding: 32px 64px }
h1 { margin: 0 0 10px; font-size: 42px; line-height: 1.15; letter-spacing: -.01em }
p { margin: 0 0 18px }
.by { margin-bottom: 22px }
aside { border-inline-start: 1px solid #d8d8dc; padding-inline-start: 28px }
aside h2 { margin: 0 0 12px; color: #1d1d1f; font-size: 15px }
aside p { padding-bottom: 14px; border-bottom: 1px solid #e6e6ea }
</style></head><body>
<header><b>The Weekly</b><span>Politics</span><span>Economy</span><span>Public services</span><span>Ideas</span></header>
<main><article>
  <h1>Whitehall urged to buy better</h1>
  <p class="by">By our correspondent</p>
  <p>Government spends more than £400bn a year on goods and services, and rarely asks what for.
  A <a id="report" href="${IFG}/procurement-government-missions-delivery">report on procurement and missions</a> says how that
  money could serve its aims, and who would have to change first.</p>
  <p>Departments often describe what they want to buy down to the last bolt, and leave no room for those who might
  know a better way. The authors would have them say what is to be achieved instead. There is
  <a href="${IFG}/performance-tracker-2025/schools">a view on schools</a> as well, and an older one of
  <a href="${IFG}/accountability-government-procurement">who answers for contracts</a> that fail.</p>
  <p>Officials say that rules are rarely what stops them. It is the fear of being the one who tried.</p>
  <p>A spokesperson said that the new law had been in force for months, and that a platform for suppliers would follow
  when those who are to use it had seen it.</p>
  <p>Until then, most of what is bought will be what was bought before.</p>
</article>
<aside><h2>Also this week</h2><p>Why budgets slip in spring</p><p>The long queue at the county court</p>
<p>Five towns that mended their own buses</p><p>What a planning officer does all day</p><p>Letters: on forms, and who reads them</p></aside></main></body></html>`,
};
