import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts')

const EVERYWHERE = [
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
]
const HSTS = { key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' }
/** Answers of machines run nothing; pages get their policy with a nonce from proxy.ts. */
const MACHINE_CSP = { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  agentRules: false,
  poweredByHeader: false,
  images: { unoptimized: true },
  // `npm run check` runs the type checker over everything; a customer's start need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'pg',
    '@prisma/client',
    '@prisma/adapter-pg',
    '@prisma/driver-adapter-utils',
    'graphile-worker',
    'libxml2-wasm',
    '@node-rs/argon2',
    'sharp',
    'pino',
    '@hyzyla/pdfium',
    'busboy',
    'nodemailer',
    'date-holidays',
  ],
  async headers() {
    return [
      { source: '/:path*', headers: EVERYWHERE },
      {
        source: '/:path*',
        has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }],
        headers: [HSTS],
      },
      // Documents bring a stricter policy of their own, and what is set here would replace it.
      { source: '/api/:path((?!documents/).*)', headers: [MACHINE_CSP] },
      { source: '/rdap/:path*', headers: [MACHINE_CSP] },
    ]
  },
}

export default withNextIntl(config)
