import type { Publication } from '../model/publication.ts';
import {
  areBothShown,
  areOnOneSite,
  contradict,
  lettersAgreed,
  readWhereabouts,
  type Whereabouts,
} from './contradictions.ts';
import { createGroups } from './groups.ts';
import { mergeMembers } from './merge-members.ts';
import { titlesOf } from './named-by-address.ts';
import { countTelling, sameTitleKey } from './same-title.ts';

/** A title of fewer telling words may stand on several pages: where they are must agree too, at least in the section. */
const SHORT_TITLE = 4;
/** A title of fewer names no page at all: addresses must agree in letters of the page's own name. */
const NO_TITLE = 2;
const TELLING_LETTERS = 4;
/** What stands in more different places under one title is no one publication, and the title says nothing. */
const MAX_KINDS = 40;

/** Publications of which the same is known, so that the same speaks for and against them. */
interface Alike {
  /** Their numbers. */
  readonly blocks: readonly number[];
  readonly titles: readonly string[];
  readonly where: Whereabouts;
}

/**
 * Calls `join` for publications, by number, whose titles are one and against which nothing speaks. Each comes as the
 * entries that are one by their addresses. What is joined does not hang on the order.
 */
export function joinByTitle(
  blocks: readonly (readonly Publication[])[],
  join: (one: number, other: number) => void,
): void {
  const all = groupAlike(blocks);
  const links = linkByTitle(all);
  for (const component of componentsOf([...all.keys()], links)) {
    if (component.length > MAX_KINDS) continue;
    for (const group of settle(component, all, links)) {
      const [first = 0, ...more] = group.flatMap((number) => all[number]?.blocks ?? []);
      for (const each of more) join(first, each);
    }
  }
}

/** By number of what is alike: what it may be one with by title, itself among them where that may be. */
type Links = readonly ReadonlySet<number>[];

function groupAlike(blocks: readonly (readonly Publication[])[]): Alike[] {
  const titlesOfBlocks = blocks.map((entries) => [...new Set(entries.flatMap(titlesOf).map(sameTitleKey))]);
  const isShared = createIsShared(blocks, titlesOfBlocks);
  const alike = new Map<string, Alike & { readonly blocks: number[] }>();
  for (const [number, entries] of blocks.entries()) {
    const titles = (titlesOfBlocks[number] ?? []).filter(isShared).sort();
    const merged = titles.length === 0 ? null : mergeMembers(entries);
    if (merged === null) continue;
    const where = readWhereabouts(merged, entries);
    const key = JSON.stringify([titles, describe(where)]);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { blocks: [number], titles, where });
    else known.blocks.push(number);
  }
  return [...alike.values()];
}

/** Whether several bear a title, and not more with an address of their own than one title can be of. */
function createIsShared(
  blocks: readonly (readonly Publication[])[],
  titlesOfBlocks: readonly (readonly string[])[],
): (title: string) => boolean {
  const counts = new Map<string, { all: number; withAddress: number }>();
  for (const [number, titles] of titlesOfBlocks.entries()) {
    const isAddressed = blocks[number]?.some(({ addresses }) => addresses.length > 0) === true;
    for (const title of titles) {
      const { all, withAddress } = counts.get(title) ?? { all: 0, withAddress: 0 };
      counts.set(title, { all: all + 1, withAddress: withAddress + Number(isAddressed) });
    }
  }
  return (title) => {
    const { all, withAddress } = counts.get(title) ?? { all: 0, withAddress: 0 };
    return all > 1 && withAddress <= MAX_KINDS;
  };
}

/** All that is compared of a publication, as a key. */
function describe({ isIfg, candidate, years, pages, starts, sections, hosts, sites }: Whereabouts): unknown {
  const sets = [years, pages, starts, sections, hosts, sites];
  return [isIfg, candidate.shownPaths, ...sets.map((set) => [...set].sort())];
}

function linkByTitle(all: readonly Alike[]): Links {
  const links = all.map(() => new Set<number>());
  const having = new Map<string, number[]>();
  for (const [number, { titles }] of all.entries())
    for (const title of titles) {
      const others = having.get(title);
      if (others === undefined) having.set(title, [number]);
      else others.push(number);
    }
  for (const [title, numbers] of having) {
    if (numbers.length > MAX_KINDS) continue;
    const telling = countTelling(title);
    for (const one of numbers)
      for (const other of numbers)
        if (one <= other && mayBeOne(all[one], all[other], telling)) {
          links[one]?.add(other);
          links[other]?.add(one);
        }
  }
  return links;
}

function mayBeOne(one: Alike | undefined, other: Alike | undefined, telling: number): boolean {
  if (one === undefined || other === undefined || contradict(one.where, other.where)) return false;
  if (!one.where.isIfg && !areOnOneSite(one.where, other.where)) return false;
  if (telling >= SHORT_TITLE) return true;
  if (!areBothShown(one.where, other.where)) return false;
  return telling >= NO_TITLE || (lettersAgreed(one.where, other.where) ?? 0) >= TELLING_LETTERS;
}

/**
 * Which of those that titles lead from one to another are one. All, where none contradicts another. Else those that may
 * be one with two that contradict each other are left by themselves, for nothing tells with which; what then still
 * leads from one to another that contradicts it is not joined at all.
 */
function settle(component: readonly number[], all: readonly Alike[], links: Links): number[][] {
  const isWhole = (numbers: readonly number[]) => !holdsContradiction(numbers, all);
  const wholes = isWhole(component)
    ? [[...component]]
    : componentsOf(
        component.filter((number) => isWhole([...(links[number] ?? [])])),
        links,
      ).filter(isWhole);
  return wholes.filter(([first = 0, second]) => second !== undefined || links[first]?.has(first));
}

function holdsContradiction(numbers: readonly number[], all: readonly Alike[]): boolean {
  return numbers.some((one, place) =>
    numbers.slice(place + 1).some((other) => {
      const [a, b] = [all[one], all[other]];
      return a !== undefined && b !== undefined && contradict(a.where, b.where);
    }),
  );
}

/** The numbers in sets that links lead through. */
function componentsOf(numbers: readonly number[], links: Links): number[][] {
  const places = new Map(numbers.map((number, place) => [number, place]));
  const groups = createGroups(numbers.length);
  for (const [number, place] of places)
    for (const other of links[number] ?? []) groups.join(place, places.get(other) ?? place);
  return groups.list().map((found) => found.flatMap((place) => numbers[place] ?? []));
}
