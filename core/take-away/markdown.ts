import { postAddress } from '../cite/bluesky.ts';
import { escapeMarkdown, linkMarkdown } from '../cite/markdown.ts';
import { oneLine } from '../cite/one-line.ts';
import { matchFollowUps } from '../follow-up/join.ts';
import type { PostTime } from '../model/ids.ts';
import type { Evidence, Progress, RecommendationSubject, Response } from '../model/own.ts';
import { subjectOfRecommendation } from '../own/subjects.ts';
import { fileName } from './file-names.ts';
import { escapeUnit, formatFrontMatter } from './front-matter.ts';
import { type Group, groupByPublication } from './groups.ts';
import type { FollowUpItem, Item, NoteItem, PostItem, RecommendationItem, TakenAway } from './items.ts';
import { rowsOf } from './rows.ts';

/** Words of the language in which a document is written. */
export interface MarkdownWords {
  /** For what is about no publication. */
  readonly other: string;
  readonly posts: string;
  readonly notes: string;
  readonly recommendations: string;
  readonly evidence: string;
  /** The columns of a table of recommendations. */
  readonly columns: readonly [number: string, words: string, response: string, progress: string, checkOn: string];
  readonly sayResponse: (response: Response) => string;
  readonly sayProgress: (progress: Progress) => string;
  readonly showTime: (time: PostTime) => string;
  /** Sentences on a post: whose it is, what it links to, what its images show. */
  readonly notesOn: (item: PostItem) => readonly string[];
}

export interface File {
  readonly name: string;
  readonly text: string;
}

/** All in one Markdown document with its properties, a chapter a publication. */
export function formatMarkdown({ title, day, items }: TakenAway, words: MarkdownWords): string {
  const chapters = groupByPublication(items).map((group) => {
    const { publications } = group;
    return [heading(2, titleOf(group, words)), ...chapterOf(group, 3, words), ...publications.map(formatRecord)].join(
      '\n\n',
    );
  });
  const head = formatFrontMatter({ title: oneLine(title), taken: day, items: items.length });
  return `${[`${head}\n${heading(1, title)}`, ...chapters].join('\n\n')}\n`;
}

/** A Markdown document for each publication, whose properties are those of the publication. */
export function formatMarkdownFiles({ items }: TakenAway, words: MarkdownWords): readonly File[] {
  return groupByPublication(items).map((group) => {
    const title = titleOf(group, words);
    const others = group.publications.slice(1).map(formatRecord);
    const parts = [`${propertiesOf(group, title)}\n${heading(1, title)}`, ...chapterOf(group, 2, words), ...others];
    const text = parts.join('\n\n');
    return { name: `${fileName(title, group.of?.id ?? '')}.md`, text: `${text}\n` };
  });
}

function titleOf({ of }: Group, { other }: MarkdownWords): string {
  return oneLine(of?.title ?? '') || other;
}

/** `aliases` is what Obsidian finds a file by. */
function propertiesOf({ publications: [publication] }: Group, title: string): string {
  if (publication === undefined) return formatFrontMatter({ title });
  const [{ kind: _, other_titles: aliases = null, ...row } = {}] = rowsOf(publication);
  return formatFrontMatter({ title, aliases, ...row });
}

function chapterOf(group: Group, level: number, words: MarkdownWords): readonly string[] {
  const { publications, posts, notes } = group;
  const recommendations = tableOf(group, level, words);
  const parts = (title: string, list: readonly string[]) => (list.length === 0 ? [] : [heading(level, title), ...list]);
  return [
    ...publications.map(({ publication }) => escapeMarkdown(publication.description)),
    ...parts(words.recommendations, recommendations),
    ...parts(words.notes, notes.map(formatNote)),
    ...parts(
      words.posts,
      posts.map((post) => formatPost(post, level + 1, words)),
    ),
  ].filter((part) => part !== '');
}

interface Line {
  readonly number: number;
  readonly text: string;
  readonly item: RecommendationItem | null;
  readonly followUp: FollowUpItem | null;
}

/** Recommendations with what became of each; one that is only known by its follow-up stands there, too. */
function linesOf({ recommendations, followUps }: Group): readonly Line[] {
  const listed = recommendations.map((item) => ({ item, subject: subjectOfItem(item) }));
  const found = matchFollowUps(
    listed,
    followUps.map(({ followUp }) => followUp),
  );
  const left = new Set(followUps);
  const known = listed.map((each): Line => {
    const { number, text } = each.item.recommendation;
    const followUp = followUps.find((one) => one.followUp === found.get(each)) ?? null;
    if (followUp !== null) left.delete(followUp);
    return { number, text, item: each.item, followUp };
  });
  const others = [...left].map((followUp): Line => {
    const { number, words: text } = followUp.followUp.subject;
    return { number, text, item: null, followUp };
  });
  return [...known, ...others];
}

function subjectOfItem({ recommendation, about }: RecommendationItem): RecommendationSubject {
  return subjectOfRecommendation(recommendation, about && { ...about, addresses: [] });
}

/** A table, and what else there is to say of each. */
function tableOf(group: Group, level: number, words: MarkdownWords): readonly string[] {
  const lines = linesOf(group);
  if (lines.length === 0) return [];
  const rows = lines.map(({ number, text, followUp }) => {
    const { response, progress, checkOn } = followUp?.followUp ?? { response: null, progress: null, checkOn: null };
    const said = [response && words.sayResponse(response), progress && words.sayProgress(progress), checkOn];
    return [String(number), text, ...said].map((cell) => escapeMarkdown(oneLine(cell ?? '')));
  });
  const table = [words.columns.map(escapeMarkdown), words.columns.map(() => '---'), ...rows];
  return [
    table.map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    ...lines.flatMap((line) => formatLine(line, level + 1, words)),
  ];
}

/** What a table has no room for. */
function formatLine({ number, item, followUp }: Line, level: number, { evidence }: MarkdownWords): readonly string[] {
  const { remarks = [], evidence: shown = [] } = followUp?.followUp ?? {};
  const said = [
    ...remarks.map(escapeMarkdown),
    ...(shown.length === 0 ? [] : [`${escapeMarkdown(evidence)}:\n\n${shown.map(formatEvidence).join('\n')}`]),
  ].filter((part) => part !== '');
  const records = [item, followUp].flatMap((each) => (each === null ? [] : [formatRecord(each)]));
  return [...(said.length === 0 ? [] : [heading(level, String(number)), ...said]), ...records];
}

function formatEvidence({ address, title, quotation, day, remark }: Evidence): string {
  const said = [title, day ?? '', quotation && `“${quotation}”`, remark].map((part) => escapeMarkdown(oneLine(part)));
  return `- ${[...said, linkMarkdown(oneLine(address))].filter((part) => part !== '').join(' · ')}`;
}

function formatNote(item: NoteItem): string {
  const { subject, texts } = item.note;
  const quoted = subject.kind === 'publication' ? [] : [quoteMarkdown(subject.words)];
  return [...quoted, ...texts.map(escapeMarkdown), formatRecord(item)].join('\n\n');
}

function formatPost(item: PostItem, level: number, { showTime, notesOn }: MarkdownWords): string {
  const { post } = item;
  const address = postAddress(post);
  const foot = [...notesOn(item).map(escapeMarkdown), ...(address === null ? [] : [linkMarkdown(address)])];
  const parts = [heading(level, showTime(post.time)), escapeMarkdown(post.text), foot.join('\\\n'), formatRecord(item)];
  return parts.filter((part) => part !== '').join('\n\n');
}

function heading(level: number, text: string): string {
  return `${'#'.repeat(level)} ${escapeMarkdown(oneLine(text))}`;
}

function quoteMarkdown(text: string): string {
  return escapeMarkdown(text).replace(/^/gm, '> ');
}

/** What the extension has, whole, as a comment, which is not shown: JSON in which nothing ends a comment. */
function formatRecord(item: Item): string {
  return `<!-- gloss ${JSON.stringify(item).replace(/[<>&\u2028\u2029\u0085]|-(?=-)/g, escapeUnit)} -->`;
}
