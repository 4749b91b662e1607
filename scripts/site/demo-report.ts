/** The text of a report, written for the demo in words of its own; it is none of the Institute's. */
export const REPORT_TEXT = `<main>
  <h1>The role of procurement in delivering mission-led government</h1>
  <p class="standfirst">How can the government remove the barriers to its missions?</p>
  <p>The five missions that the government set itself were meant to change how Whitehall works. Success depends on
  whether the centre can move people, money and attention across the old boundaries, and on whether the many
  organisations outside Whitehall can be persuaded to pull in the same direction. Procurement is one of the largest
  and least glamorous of the tools it has for that.</p>
  <h2>What should change</h2>
  <ul>
    <li>Departments and public bodies should specify what they want to achieve and not how. They should engage the
    market on outcomes at an early stage, and tie key performance indicators to them.</li>
    <li>Contracting authorities should publish pipelines that cover at least three years, so that industry can prepare
    for what is coming.</li>
    <li>Ministers should say, and show, that they will back officials who procure innovative solutions, and not disown
    them when one of these fails.</li>
    <li>The Cabinet Office and DSIT should issue more guidance on procuring innovation. It should set out best practice
    and make clear what contracting authorities may and may not do.</li>
    <li>Public bodies should form multidisciplinary teams to identify contracts that will soon come up for renewal, and
    to examine whether technological or social innovation offers a better way to get the desired outcome.</li>
    <li>The Treasury should revise Managing Public Money to give accounting officers responsibility for the quality of
    data on procurement. Development of the central digital platform should concentrate on usability for contracting
    authorities and suppliers.</li>
  </ul>
  <p>None of this is new. Governments since the 1970s have tried to use the public purse to prop up industries, and a
  fair amount of money has been wasted doing it. What is new is the combination of a cross-cutting set of aims and a
  legal framework that allows more freedom than the rules it replaced.</p>
</main>`;
