import type { ComponentChild } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import type { LibraryViewRequests } from '../../../../core/protocol/library-page.ts';
import type { Answers } from '../../../../core/protocol/wire.ts';
import type { ViewProps } from '../../../../entrypoints/library/view.ts';
import { showInEnglish } from '../../in-english.tsx';

/** A background that answers as it is told to, and notes what it was asked. */
export function fakeBackground(answers: Partial<Answers<LibraryViewRequests, undefined>>) {
  const asked = vi.fn(async (name: string, request: unknown): Promise<unknown> => {
    const answer = answers[name as keyof LibraryViewRequests] as ((request: unknown) => unknown) | undefined;
    if (answer === undefined) throw new Error(`nobody answers ${name}`);
    return answer(request);
  });
  // Each name has the answer that the map gives it.
  return { asked, ask: asked as unknown as ViewProps<'search'>['ask'] };
}

export const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 5)));

export async function showView(view: ComponentChild): Promise<HTMLElement> {
  const root = await showInEnglish(view);
  await settle();
  return root;
}

export async function press(pressed: HTMLElement | null | undefined): Promise<void> {
  await act(() => pressed?.click());
  await settle();
}

export function texts(root: Element, selector: string): readonly string[] {
  return [...root.querySelectorAll(selector)].map((each) => each.textContent);
}
