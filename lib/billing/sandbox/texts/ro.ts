import type { Texts } from './en'

export const ro: Texts = {
  title: 'Plătiți {amount}',
  merchant: 'Tenure, registrar de nume de domeniu',
  provider: 'Sandbox Pay',
  notice: 'Mediu de test: nu se transferă bani reali',
  amount: 'Sumă',
  for: 'Pentru',
  to: 'Către',
  card: 'Numărul cardului de test',
  cardHint: '{accepted} este acceptat, {declined} este refuzat. Nu introduceți un număr de card real.',
  cardWrong:
    'Acesta nu este un card de test, așadar nu s-a plătit nimic. Introduceți {accepted} și plătiți din nou.',
  keep: 'Păstrați acest card pentru plăți viitoare',
  keepHint:
    'Beneficiarul nu vede numărul cardului și poate încasa doar sumele cu care ați fost de acord. {later} plătește acum și este refuzat mai târziu.',
  pay: 'Plătiți {amount}',
  payTwice: 'Plătiți de două ori',
  payTwiceHint: 'Plătește suma de două ori, ca să vedeți ce se întâmplă cu un surplus.',
  decline: 'Refuzați',
  declineHint: 'Încheie această pagină fără plată.',
  paid: 'Plătit: {amount}',
  paidTwice: 'Plătit de două ori: câte {amount}',
  paidNext:
    'Beneficiarul este înștiințat. Reveniți la factura dumneavoastră; plata apare acolo în câteva secunde.',
  failed: 'Neplătit: refuzat',
  failedNext: 'Nu s-a efectuat nicio plată. Reveniți și deschideți o plată nouă pentru a încerca din nou.',
  expired: 'Neplătit: această pagină a expirat',
  expiredNext: 'Nu s-a efectuat nicio plată. Reveniți și deschideți o plată nouă pentru a încerca din nou.',
  back: 'Înapoi la beneficiar',
  missing: 'Această pagină de plată nu există',
  missingNext: 'Adresa este greșită sau incompletă. Deschideți din nou plata din factura dumneavoastră.',
}
