/** A name in its own letters, with the A-label beside it where the two differ. Server only. */
export function NameTitle({ unicode, ascii }: { unicode: string; ascii: string }) {
  return (
    <>
      <span className="name-text">{unicode}</span>
      {ascii !== unicode && (
        <span translate="no" className="ms-3 text-base font-normal wrap-anywhere text-ink-soft">
          {ascii}
        </span>
      )}
    </>
  )
}
