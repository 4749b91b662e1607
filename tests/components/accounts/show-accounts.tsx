import { render } from 'preact';
import { act } from 'preact/test-utils';
import { Accounts } from '../../../components/accounts/accounts.tsx';
import { Localised } from '../../../components/localised.tsx';
import { localisation } from '../localisation.ts';
import { plain } from './states.ts';

export const main = document.body.appendChild(document.createElement('main'));

/** Shows the accounts, or shows them anew as they are by now. */
export async function show(props: Partial<Parameters<typeof Accounts>[0]> = {}): Promise<void> {
  await act(() =>
    render(
      <Localised i18n={localisation}>
        <h1>IfG Gloss</h1>
        <Accounts named="" kept={0} {...plain} {...props} />
      </Localised>,
      main,
    ),
  );
}

export async function clear(): Promise<void> {
  await act(() => render(null, main));
}

/** What a person would find by this name, be it a button, a field or a choice. */
export function find<Wanted extends HTMLElement = HTMLElement>(name: string): Wanted {
  const found = [...main.querySelectorAll<HTMLElement>('button, summary, input, select, a')].filter(
    (each) => nameOf(each) === name,
  );
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} are called ${name}`);
  return first as Wanted;
}

export function has(name: string): boolean {
  return [...main.querySelectorAll<HTMLElement>('button, summary, input, select, a')].some(
    (each) => nameOf(each) === name,
  );
}

function nameOf(element: HTMLElement): string {
  const own = element.getAttribute('aria-label');
  if (own !== null) return own;
  const labels = 'labels' in element ? (element.labels as NodeListOf<HTMLElement> | null) : null;
  return (labels?.[0] ?? element).textContent?.trim() ?? '';
}

export async function press(name: string): Promise<void> {
  await act(() => find(name).click());
  await settle();
}

/** What is answered has come, and is shown. */
export function settle(): Promise<void> {
  return act(() => new Promise<void>((resolve) => setTimeout(resolve)));
}

/** Changes a field or a choice as a person does. */
export async function enter(name: string, value: string): Promise<void> {
  const field = find<HTMLInputElement>(name);
  field.value = value;
  await act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
  await act(() => void field.dispatchEvent(new Event('change', { bubbles: true })));
  await settle();
}

/** What is told to who cannot see it. */
export const told = () => main.querySelector('.accounts-parts > .unseen[role=status]')?.textContent;

/** The rows of accounts and feeds, as text. */
export const rows = () => [...main.querySelectorAll('.accounts-items > li')].map((row) => row.textContent ?? '');
