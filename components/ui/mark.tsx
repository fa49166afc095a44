import clsx from 'clsx'
import type { ReactNode } from 'react'

export type MarkName =
  | 'open'
  | 'half'
  | 'done'
  | 'near'
  | 'urgent'
  | 'refused'
  | 'info'
  | 'file'
  | 'down'
  | 'next'
  | 'menu'
  | 'sun'
  | 'moon'
  | 'screen'
  | 'globe'
  | 'person'
  | 'close'

const LINE = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.75, strokeLinecap: 'square' } as const

const DRAWINGS: Readonly<Record<MarkName, ReactNode>> = {
  open: <circle cx="10" cy="10" r="6.5" {...LINE} />,
  half: (
    <>
      <circle cx="10" cy="10" r="6.5" {...LINE} />
      <path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
    </>
  ),
  done: (
    <>
      <circle cx="10" cy="10" r="7.5" fill="currentColor" />
      <path d="m6.5 10.2 2.4 2.4 4.6-5" {...LINE} stroke="var(--sheet)" strokeWidth="2" />
    </>
  ),
  near: (
    <>
      <circle cx="10" cy="10" r="7" {...LINE} />
      <path d="M10 5.8V10l3 2" {...LINE} />
    </>
  ),
  urgent: (
    <>
      <path d="M10 1.6 18.4 10 10 18.4 1.6 10z" fill="currentColor" />
      <path d="M10 5.8v4.8M10 13.3v.4" {...LINE} stroke="var(--sheet)" strokeWidth="2" />
    </>
  ),
  refused: (
    <>
      <circle cx="10" cy="10" r="7" {...LINE} />
      <path d="m5.2 14.8 9.6-9.6" {...LINE} />
    </>
  ),
  info: (
    <>
      <circle cx="10" cy="10" r="7" {...LINE} />
      <path d="M10 9.2v4.6M10 6.2v.3" {...LINE} />
    </>
  ),
  file: <path d="M5 2.5h6.5l4 4v11H5zM11 3v4h4" {...LINE} />,
  down: <path d="m5.5 8 4.5 4.5L14.5 8" {...LINE} />,
  next: <path d="m8 5.5 4.5 4.5L8 14.5" {...LINE} />,
  menu: <path d="M3 5.5h14M3 10h14M3 14.5h14" {...LINE} />,
  sun: (
    <>
      <circle cx="10" cy="10" r="3.4" {...LINE} />
      <path d="M10 2v1M10 17v1M2 10h1M17 10h1M4.4 4.4l.6.6M15 15l.6.6M4.4 15.6l.6-.6M15 5l.6-.6" {...LINE} />
    </>
  ),
  moon: <path d="M15.8 12.3A6.6 6.6 0 0 1 7.7 4.2a6.6 6.6 0 1 0 8.1 8.1z" {...LINE} />,
  screen: <path d="M2.8 4h14.4v9.4H2.8zM7 16.5h6" {...LINE} />,
  globe: (
    <>
      <circle cx="10" cy="10" r="7.2" {...LINE} />
      <path d="M3 10h14M10 3c-4.4 4.4-4.4 9.6 0 14M10 3c4.4 4.4 4.4 9.6 0 14" {...LINE} />
    </>
  ),
  person: (
    <>
      <circle cx="10" cy="6.8" r="3.3" {...LINE} />
      <path d="M3.6 17c.6-3.8 3-5.4 6.4-5.400s5.8 1.6 6.4 5.4" {...LINE} />
    </>
  ),
  close: <path d="m5 5 10 10M15 5 5 15" {...LINE} />,
}

/** A small drawing beside a word; the word carries the meaning, so assistive technology skips it. */
export function Mark({ name, className }: { name: MarkName; className?: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      className={clsx('inline-block shrink-0', className)}
      aria-hidden="true"
      focusable="false"
    >
      {DRAWINGS[name]}
    </svg>
  )
}
