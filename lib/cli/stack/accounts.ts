/** The people of the demonstration data. Their password is public: it exists only there. */
import type { Role } from '@/lib/kernel/actor'

export const DEMO_PASSWORD = 'tenure-demo-only'

export interface DemoAccount {
  readonly email: string
  readonly name: string
  readonly locale: string
  readonly role?: Role
  readonly what: string
}

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { email: 'registrant@tenure.example', name: 'Nguyễn Thị Mai', locale: 'en', what: 'registrant' },
  {
    email: 'reseller@tenure.example',
    name: 'Trần Văn Long',
    locale: 'en',
    role: 'RESELLER',
    what: 'reseller',
  },
  { email: 'agent@tenure.example', name: 'Lê Thu Hà', locale: 'en', role: 'AGENT', what: 'support agent' },
  {
    email: 'agent2@tenure.example',
    name: 'Phạm Quốc Anh',
    locale: 'en',
    role: 'AGENT',
    what: 'second agent',
  },
  {
    email: 'operator@tenure.example',
    name: 'Hoàng Minh Đức',
    locale: 'en',
    role: 'OPERATOR',
    what: 'operator',
  },
  {
    email: 'operator2@tenure.example',
    name: 'Vũ Ngọc Lan',
    locale: 'en',
    role: 'OPERATOR',
    what: 'second operator',
  },
  { email: 'bao@example.vn', name: 'Trần Quốc Bảo', locale: 'vi', what: 'another registrant' },
  { email: 'huong@example.vn', name: 'Đỗ Thanh Hương', locale: 'vi', what: 'registrant for a company' },
  {
    email: 'meiling@tenure.example',
    name: '陳美玲',
    locale: 'zh-Hant-HK',
    what: 'registrant from Hong Kong',
  },
]
