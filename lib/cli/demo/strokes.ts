/**
 * Letters drawn as strokes, so that the demonstration's papers look alike on a machine without any font.
 * Capitals, digits and a few signs, as on the machine-readable lines of identity cards.
 */

/** Strokes of a sign, separated by commas; each is a chain of points `xy` on a grid 4 wide and 6 high. */
const SIGNS: Readonly<Record<string, string>> = {
  ...{ A: '062046,1434', B: '00063645443303,003041423303', C: '4130100105163645', D: '00062644422000' },
  ...{ E: '40000646,0333', F: '400006,0333', G: '41301001051636454323', H: '0006,4046,0343' },
  ...{ I: '1030,2026,1636', J: '4045361605', K: '0006,400346', L: '000646', M: '0600234046' },
  ...{ N: '06004640', O: '103041453616050110', P: '06003041423303', Q: '103041453616050110,2446' },
  ...{ R: '06003041423303,2346', S: '413010010213334445361605', T: '0040,2026', U: '000516364540' },
  ...{ V: '002640', W: '0016233640', X: '0046,4006', Y: '002340,2326', Z: '00400646' },
  ...{ 0: '103041453616050110', 1: '112026,1636', 2: '01103041420646', 3: '011030414233,1333,334445361605' },
  ...{ 4: '36300444', 5: '400003334445361605', 6: '413010010516364544331304', 7: '004016' },
  ...{ 8: '13020110304142331304051636454433', 9: '051636454130100102133342' },
  ...{ '-': '1333', '.': '2526', ',': '2516', '/': '0640', ':': '2122,2425', '<': '310335' },
  ...{ '(': '30212536', ')': '10212516' },
}

/** Where a stroke goes through, in the units of its paper. */
export type Stroke = readonly (readonly [number, number])[]

/** A text as the papers can write it: capitals without marks; đ becomes D. */
export function plainCapitals(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'D')
  return bare.toUpperCase().replace(/[^A-Z0-9 .,:()/<-]/g, '')
}

/** The strokes of a text; `x`, `y` is the upper left corner, `height` that of a capital. */
export function strokesOf(text: string, x: number, y: number, height: number): Stroke[] {
  const unit = height / 6
  return [...plainCapitals(text)].flatMap((sign, place) => {
    const chains = (SIGNS[sign] ?? '').replaceAll('', '').split(',').filter(Boolean)
    return chains.map((chain) =>
      (chain.match(/../g) ?? []).map(
        (point) => [x + (Number(point[0]) + place * 6) * unit, y + Number(point[1]) * unit] as const,
      ),
    )
  })
}
