import { useEffect, useState } from 'preact/hooks';

/** Milliseconds of rest before something is told: who types hears only what came of it. */
const REST = 700;

/** Tells those who do not see it what has changed. */
export function Announced({ text }: { readonly text: string }) {
  const [told, setTold] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setTold(text), REST);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p class="unseen" role="status">
      {told}
    </p>
  );
}
