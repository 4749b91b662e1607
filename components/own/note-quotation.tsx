interface Props {
  /** What there is to say of the words; null where they are what one expects. */
  readonly said: string | null;
  readonly words: string;
}

/** What a note is about, in its words. */
export function NoteQuotation({ said, words }: Props) {
  return (
    <>
      {said !== null && <p class="note-notice">{said}</p>}
      <blockquote class="note-quotation" dir="auto">
        {words}
      </blockquote>
    </>
  );
}
