/** Stands for what the reader wrote. */
export function NoteSign() {
  return (
    <svg class="note-sign" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M1.5 1.5h9v6l-3 3h-6zM10.5 7.5h-3v3M3.5 4h5M3.5 6.25h2.5" />
    </svg>
  );
}
