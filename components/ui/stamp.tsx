import { useId } from 'react'

interface StampProps {
  /** What was done, in a word or two: "Received". */
  word: string
  /** The day, as the reader's language writes it. */
  date: string
  /** The number under which it is filed. */
  number: string
  /** Ring for what the portal did by itself; square seal for what a person decided. */
  shape?: 'ring' | 'seal'
  /** Who stamped; Latin letters, written around the ring. */
  issuer?: string
  /** Size and place, by class; the drawing scales. */
  className?: string
}

/** The mark that a thing bears once it was received, accepted, allotted or refused. */
export function Stamp({ shape = 'ring', issuer = 'TENURE', className = 'size-36', ...words }: StampProps) {
  const id = useId()
  const { word, date, number } = words
  return (
    <svg
      viewBox="0 0 200 200"
      role="img"
      aria-label={`${word}, ${date}, ${number}`}
      className={`-rotate-6 text-stamp ${className}`}
    >
      <filter id={`${id}-ink`} x="-2%" y="-2%" width="104%" height="104%">
        <feTurbulence type="fractalNoise" baseFrequency="0.9" numOctaves="2" seed="7" />
        <feDisplacementMap in="SourceGraphic" scale="2.2" />
      </filter>
      <g filter={`url(#${id}-ink)`} fill="currentColor" fontFamily="var(--face)" textAnchor="middle">
        {shape === 'ring' ? <Ring id={id} issuer={issuer} {...words} /> : <Seal issuer={issuer} {...words} />}
      </g>
    </svg>
  )
}

type Words = Required<Pick<StampProps, 'word' | 'date' | 'number' | 'issuer'>>

function Ring({ id, word, date, number, issuer }: Words & { id: string }) {
  return (
    <>
      <circle cx="100" cy="100" r="94" fill="none" stroke="currentColor" strokeWidth="5" />
      <circle cx="100" cy="100" r="68" fill="none" stroke="currentColor" strokeWidth="2" />
      <path id={`${id}-top`} d="M24 100a76 76 0 0 1 152 0" fill="none" />
      <path id={`${id}-foot`} d="M13 100a87 87 0 0 0 174 0" fill="none" />
      <text fontSize="16" fontWeight="700" letterSpacing="5">
        <textPath href={`#${id}-top`} startOffset="50%">
          {issuer}
        </textPath>
      </text>
      <text fontSize="14" fontWeight="600" letterSpacing="1.5">
        <textPath href={`#${id}-foot`} startOffset="50%">
          {number}
        </textPath>
      </text>
      <path d="M36 122h128" stroke="currentColor" strokeWidth="2" />
      <StampWord word={word} width={122} middle={96} />
      <text x="100" y="141" fontSize={fitted(date, 108, 14)} fontWeight="600">
        {date}
      </text>
    </>
  )
}

function Seal({ word, date, number, issuer }: Words) {
  return (
    <>
      <rect x="8" y="8" width="184" height="184" fill="none" stroke="currentColor" strokeWidth="6" />
      <rect x="16" y="16" width="168" height="168" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <text x="100" y="44" fontSize="16" fontWeight="700" letterSpacing="5">
        {issuer}
      </text>
      <path d="M16 56h168M16 132h168" stroke="currentColor" strokeWidth="1.5" />
      <StampWord word={word} width={156} middle={94} />
      <text x="100" y="152" fontSize={fitted(date, 154, 15)} fontWeight="600">
        {date}
      </text>
      <text x="100" y="173" fontSize="13" fontWeight="500">
        {number}
      </text>
    </>
  )
}

/** The size at which a line fits its room, at most `largest`. */
function fitted(line: string, width: number, largest: number): number {
  return Math.min(largest, width / (line.length * (HAN.test(line) ? 0.8 : 0.56)))
}

const HAN = /\p{Script=Han}/u

/** The word as large as its room allows, on two lines when it is long. */
function StampWord({ word, width, middle }: { word: string; width: number; middle: number }) {
  const lines = word.length > 11 ? halves(word) : [word]
  const longest = Math.max(...lines.map((line) => line.length))
  const perLetter = HAN.test(word) ? 1.02 : 0.62
  const size = Math.min(lines.length === 1 ? 38 : 24, width / (longest * perLetter))
  const first = middle + size * 0.36 - ((lines.length - 1) * size * 1.1) / 2
  return lines.map((line, index) => (
    <text key={line} x="100" y={first + index * size * 1.1} fontSize={size} fontWeight="800">
      {line}
    </text>
  ))
}

/** Two lines, broken at the space that is nearest to the middle. */
function halves(word: string): string[] {
  const spaces = [...word.matchAll(/\s/gu)].map((match) => match.index)
  const best = spaces.sort((a, b) => Math.abs(a - word.length / 2) - Math.abs(b - word.length / 2))[0]
  return best === undefined ? [word] : [word.slice(0, best), word.slice(best + 1)]
}
