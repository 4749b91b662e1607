import type { ComponentChildren } from 'preact';

interface RowProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

/** What is known of one thing, as a catalogue has it. */
export function Record({ children }: { readonly children: ComponentChildren }) {
  return <dl class="record">{children}</dl>;
}

export function RecordRow({ name, children }: RowProps) {
  return (
    <div class="record-row">
      <dt class="record-name">{name}</dt>
      <dd class="record-value">{children}</dd>
    </div>
  );
}

interface ListProps<Item> extends Pick<RowProps, 'name'> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly children: (item: Item) => ComponentChildren;
}

/** A row of several; none where there are none. */
export function RecordList<Item>({ name, items, keyOf, children }: ListProps<Item>) {
  if (items.length === 0) return null;
  return (
    <RecordRow name={name}>
      <ul class="plain-list">
        {items.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
    </RecordRow>
  );
}
