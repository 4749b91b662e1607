/** What an account says of itself, as it wrote it. */
export function Bio({ text }: { readonly text: string | null }) {
  if (text === null || text.trim() === '') return null;
  return (
    <p class="accounts-bio" dir="auto">
      {text}
    </p>
  );
}
