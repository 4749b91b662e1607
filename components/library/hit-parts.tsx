import type { ComponentChildren } from 'preact';
import { useContext, useId } from 'preact/hooks';
import { addressOfRoute, routeOfHit } from '../../core/library-route.ts';
import { keyPart } from '../../core/message-key.ts';
import type { Found, SearchHit } from '../../core/protocol/search.ts';
import { type About as AboutItem, Beside, type Item } from '../beside.ts';
import { Marked } from '../marked.tsx';
import { useWords } from '../words.ts';

interface HeadProps {
  readonly hit: SearchHit;
  readonly name: ComponentChildren;
  readonly meta: readonly ComponentChildren[];
  readonly actions: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The link to where it is shown with what stands around it is what the keyboard moves among. */
export function HitHead({ hit, name, meta, actions, children }: HeadProps) {
  const translate = useWords();
  const id = useId();
  const beside = useContext(Beside);
  const item = itemOf(hit);
  const said = meta.filter((each) => each !== null);
  return (
    <>
      <div class="hit-head">
        <p class="hit-name">
          <a class="hit-link" data-item="" href={addressOfRoute(routeOfHit(hit))} aria-describedby={id}>
            {name}
          </a>{' '}
          {hit.isNew && <span class="hit-new">{translate('hit_new')}</span>}{' '}
          <span class="hit-meta">{said.map((each, index) => [index === 0 ? null : ' · ', each])}</span>
        </p>
        {actions !== null && <div class="hit-actions">{actions}</div>}
        {item !== null && beside(item)}
      </div>
      <div id={id}>{children}</div>
    </>
  );
}

interface TextProps {
  readonly found: Found | undefined;
  readonly text: string;
  readonly lang: string | undefined;
}

/** As it was written, in its own direction; what was found may be a part of it. */
export function HitText({ found, text, lang }: TextProps) {
  if (found === undefined && text === '') return null;
  return (
    <p class="hit-text" dir="auto" lang={lang}>
      {found === undefined ? text : <Marked {...found} />}
    </p>
  );
}

/** Where else it holds what was asked. */
export function Reasons({ foundIn }: { readonly foundIn: readonly Found[] }) {
  const translate = useWords();
  return (
    <>
      {foundIn.map((found) => (
        <p key={`${found.field} ${found.text}`} class="hit-reason">
          <span class="hit-field">{translate(`hit_in_${keyPart(found.field)}`)}</span>{' '}
          <bdi>
            <Marked {...found} />
          </bdi>
        </p>
      ))}
    </>
  );
}

interface AboutProps {
  readonly about: Exclude<SearchHit, { readonly kind: 'publication' }>['about'];
  /** Its title as it was found; undefined where it was not. */
  readonly named: Found | undefined;
}

/** The publication that a hit is about. */
export function About({ about, named }: AboutProps) {
  const translate = useWords();
  if (about === null) return null;
  return (
    <p class="hit-reason">
      <span class="hit-field">{translate('hit_about')}</span>{' '}
      <a class="link" href={addressOfRoute({ view: 'publication', id: about.id })}>
        {named === undefined ? about.title : <Marked {...named} />}
      </a>
    </p>
  );
}

/** A note has nothing beside it. */
function itemOf(hit: SearchHit): Item | null {
  if (hit.kind === 'note') return null;
  if (hit.kind === 'publication') return { publication: hit.publication };
  const about: AboutItem | null = hit.about && { addresses: [], ...hit.about };
  return hit.kind === 'post'
    ? { post: hit.post, publication: about }
    : { recommendation: hit.recommendation, publication: about };
}
