import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadFrame, encodeFrame, FrameReader } from './framing'
import { toEppPhone } from './phone.rule'
import { postalForms } from './postal.rule'
import { redact } from './redact'
import { readEpp, UnreadableXml } from './xml-node'

describe('framing', () => {
  test('frames come out whole however the stream was cut', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 6 })
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.integer({ min: 1, max: 9 })), (sent, cuts) => {
        const stream = Buffer.concat(sent.map(encodeFrame))
        const reader = new FrameReader(10_000)
        const received: string[] = []
        for (let i = 0; i < stream.length; ) {
          const length = cuts.next().value ?? 1
          received.push(...reader.push(stream.subarray(i, i + length)).map((frame) => frame.toString('utf8')))
          i += length
        }
        expect(received).toEqual(sent)
        expect(reader.inFrame).toBe(false)
      }),
    )
  })

  test.each([0, 4, 101, 0xffffffff])('a length of %d is refused', (length) => {
    const header = Buffer.alloc(4)
    header.writeUInt32BE(length)
    expect(() => new FrameReader(100).push(header)).toThrow(BadFrame)
  })
})

test.each([
  ['<pw>secret</pw>', '<pw>***</pw>'],
  ['<newPW>a&lt;b</newPW>', '<newPW>***</newPW>'],
  ['<d:pw roid="A-B">x</d:pw><d:pw></d:pw>', '<d:pw roid="A-B">***</d:pw><d:pw>***</d:pw>'],
  ['<pw><![CDATA[</x>]]></pw>', '<pw>***</pw>'],
  ['<domain:name>a.vn</domain:name>', '<domain:name>a.vn</domain:name>'],
])('%s is redacted', (xml, redacted) => {
  expect(redact(xml)).toBe(redacted)
})

test.each([
  ['+84912345678', '+84.912345678'],
  ['+84.912345678', '+84.912345678'],
  ['+1 555 0100', '+1.5550100'],
  ['+852 2345 6789', '+852.23456789'],
  ['+4533646060', '+45.33646060'],
  ['', ''],
])('%s is written %s', (number, written) => {
  expect(toEppPhone(number)).toBe(written)
})

describe('postal forms', () => {
  test('ASCII goes out as int alone', () => {
    const address = { name: 'Jens', city: 'Aarhus', country: 'DK' }
    expect(postalForms(address)).toEqual({ int: address })
  })
  test('Vietnamese goes out as written and without accents', () => {
    const address = { name: 'Đỗ Thị Ánh', street: ['Ngõ 5'], city: 'Đà Nẵng', country: 'VN' }
    expect(postalForms(address)).toEqual({
      loc: address,
      int: { name: 'Do Thi Anh', street: ['Ngo 5'], city: 'Da Nang', country: 'VN' },
    })
  })
  test('Chinese goes out as written alone', () => {
    const address = { name: '陳大文', city: '香港', country: 'HK' }
    expect(postalForms(address)).toEqual({ loc: address })
  })
})

describe('reading', () => {
  const wrap = (body: string) => Buffer.from(`<epp xmlns="urn:ietf:params:xml:ns:epp-1.0">${body}</epp>`)

  test.each([
    ['an external entity', '<!DOCTYPE epp [<!ENTITY x SYSTEM "file:///etc/hostname">]><epp>&x;</epp>'],
    ['a bomb of entities', '<!DOCTYPE epp [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]><epp>&b;</epp>'],
    ['an external subset', '<!DOCTYPE epp SYSTEM "http://127.0.0.1/x.dtd"><epp/>'],
    ['two roots', '<epp/><epp/>'],
    ['deep nesting', '<a>'.repeat(5_000)],
  ])('%s is refused', (_what, xml) => {
    expect(() => readEpp(Buffer.from(xml))).toThrow(UnreadableXml)
  })

  test('text beside comments, CDATA and character references is one text', () => {
    const [pw] = readEpp(wrap('<login><pw>a&#x26;<!-- x --><![CDATA[<b>]]>c</pw></login>')).children
    expect(pw?.text).toBe('a&<b>c')
  })

  test('any bytes are read or refused, nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          readEpp(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableXml)
        }
      }),
    )
  })
})
