import type { ComponentChildren } from 'preact';
import { canonicalAddress, isIfgAddress } from '../core/address/canonical.ts';
import type { MessageKey } from '../core/message-key.ts';
import type { PageKind } from '../core/page-kind.ts';
import type { TabState } from '../core/protocol/tab-state.ts';
import { GlossView } from './gloss-view.tsx';
import { LibraryWay } from './library-way.tsx';
import { LinkedByWay } from './linked-by/linked-by-way.tsx';
import type { DescribeMore } from './use-more.ts';
import { useWords } from './words.ts';

interface Props {
  readonly page: Pick<TabState, 'site' | 'isOn' | 'gloss'> & {
    readonly kind: PageKind;
    readonly address: string;
    readonly title: string;
  };
  readonly describeMore: DescribeMore;
  /** Whether links of the page are marked, which says that there is more than the page itself. */
  readonly hasMarks?: boolean;
  /** What a reader can do where nothing is said. */
  readonly children?: ComponentChildren;
}

/** What is said about a page itself, or why nothing is. */
export function PageGloss({ page, describeMore, hasMarks = false, children }: Props) {
  const { kind, site, isOn, gloss } = page;
  const translate = useWords();
  const unmarked = site === null ? null : whyUnmarked(kind, isOn);
  if (gloss !== null && gloss.match.sureness !== 'none')
    return (
      <>
        {unmarked !== null && <p class="notice">{translate(unmarked)}</p>}
        <GlossView gloss={gloss} describeMore={describeMore}>
          <LibraryWay gloss={gloss} />
          {mayBeAskedAbout(page) && (
            <LinkedByWay address={page.address} title={gloss.publication?.title ?? page.title} />
          )}
        </GlossView>
      </>
    );
  return (
    <>
      <h1 class="title">{translate(site === null ? headingOf(kind) : 'title_none')}</h1>
      <p class="notice">
        {translate((site === null && whatElse(kind)) || (hasMarks ? 'page_only_marks' : 'page_nothing'))}
        {unmarked !== null && ` ${translate(unmarked)}`}
      </p>
      {mayBeAskedAbout(page) && <LinkedByWay address={page.address} title={page.title} />}
      {children}
    </>
  );
}

/** Whether a page is a publication that is known, or one of the Institute's: about no other the network is asked from here. */
function mayBeAskedAbout({ site, gloss, address }: Props['page']): boolean {
  if (site === null) return false;
  if (gloss?.match.sureness === 'exact' || gloss?.match.sureness === 'likely') return true;
  const canonical = canonicalAddress(address);
  return canonical !== null && isIfgAddress(canonical);
}

/** Why no links are marked on a website's page; null where they are, or the notice of what is not allowed says it. */
function whyUnmarked(kind: PageKind, isOn: boolean): MessageKey | null {
  if (!isOn) return 'popup_off';
  return whatElse(kind);
}

/** What a page is that is no website's; null for one that is. */
function whatElse(kind: PageKind): MessageKey | null {
  return kind === 'web' || kind === 'withheld' ? null : `page_is_${kind}`;
}

function headingOf(kind: PageKind): MessageKey {
  if (kind === 'gone') return 'page_gone';
  return kind === 'unknown' || kind === 'reader' ? 'page_not_seen' : 'page_of_browser';
}
