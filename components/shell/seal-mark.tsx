/** The portal's own seal: a ring around a T whose foot is the ruled line. */
export function SealMark({ className = 'size-8' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" className={`text-stamp ${className}`}>
      <g fill="none" stroke="currentColor">
        <circle cx="16" cy="16" r="14.5" strokeWidth="2.5" />
        <circle cx="16" cy="16" r="11" strokeWidth="1" />
        <path d="M10 11.500h12M16 11.500v9" strokeWidth="2.75" />
        <path d="M10.5 22h11" strokeWidth="1.5" />
      </g>
    </svg>
  )
}
