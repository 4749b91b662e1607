import { ViewHeading } from '../../../components/library/view-heading.tsx';
import type { Briefing, Source } from '../../../core/follow-up/briefing.ts';
import { isWebAddress } from '../../../core/follow-up/write-briefing.ts';

/** The follow-up of one publication as a document: its table, and its sources with their addresses written out. */
export function BriefingDocument({ briefing }: { readonly briefing: Briefing }) {
  const { title, head, columns, rows, sourcesTitle, sources } = briefing;
  return (
    <>
      <ViewHeading title={title} />
      {head.map((sentence) => (
        <p key={sentence} class="briefing-said">
          {sentence}
        </p>
      ))}
      <table class="briefing-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, sources: numbers }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a briefing is drawn once for what it says.
            <tr key={place}>
              {columns.slice(0, -1).map((column, index) => (
                <td key={column} data-name={column} dir="auto">
                  {cells[index]}
                </td>
              ))}
              <td data-name={columns.at(-1)}>{numbers.map((number) => `[${number}]`).join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sources.length > 0 && (
        <section>
          <h2 class="page-heading">{sourcesTitle}</h2>
          <ol class="briefing-sources">
            {sources.map((source) => (
              <li key={JSON.stringify(source)} dir="auto">
                <SourceText source={source} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function SourceText({ source: { title, address, day, quotation, remark } }: { readonly source: Source }) {
  const before = [title, day].filter((text) => text !== '').map((text) => `${text}. `);
  return (
    <>
      {before.join('')}
      {isWebAddress(address) ? (
        <a class="link" href={address} target="_blank" rel="noopener noreferrer">
          {address}
        </a>
      ) : (
        address
      )}
      {quotation !== '' && ` “${quotation}”`}
      {remark !== '' && ` ${remark}`}
    </>
  );
}
