/** The first thing on every page for who moves by keyboard. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#content"
      className="sr-only z-50 bg-action px-4 py-2 font-semibold text-on-action focus:not-sr-only focus:fixed focus:start-2 focus:top-2"
    >
      {label}
    </a>
  )
}
