import type { Texts } from './en'

export const da: Texts = {
  title: 'Betal {amount}',
  merchant: 'Tenure, registrar for domænenavne',
  provider: 'Sandbox Pay',
  notice: 'Testmiljø: der flyttes ingen rigtige penge',
  amount: 'Beløb',
  for: 'Betaling for',
  to: 'Til',
  card: 'Testkortets nummer',
  cardHint: '{accepted} går igennem, {declined} bliver afvist. Skriv ikke et rigtigt kortnummer.',
  cardWrong: 'Det er ikke et af testkortene, så intet er betalt. Skriv {accepted}, og betal igen.',
  keep: 'Gem kortet til senere betalinger',
  keepHint:
    'Modtageren ser aldrig kortnummeret og kan kun trække det, du har sagt ja til hos dem. {later} betaler nu og bliver afvist senere.',
  pay: 'Betal {amount}',
  payTwice: 'Betal to gange',
  payTwiceHint: 'Betaler beløbet to gange, så du kan se, hvad der sker med et overskud.',
  decline: 'Afvis',
  declineHint: 'Afslutter siden uden betaling.',
  paid: 'Betalt: {amount}',
  paidTwice: 'Betalt to gange: {amount} hver gang',
  paidNext:
    'Modtageren får besked nu. Gå tilbage til din faktura; betalingen kan ses der inden for få sekunder.',
  failed: 'Ikke betalt: afvist',
  failedNext: 'Der er ikke betalt noget. Gå tilbage, og åbn en ny betaling for at prøve igen.',
  expired: 'Ikke betalt: siden er udløbet',
  expiredNext: 'Der er ikke betalt noget. Gå tilbage, og åbn en ny betaling for at prøve igen.',
  back: 'Tilbage til modtageren',
  missing: 'Betalingssiden findes ikke',
  missingNext: 'Adressen er forkert eller afkortet. Åbn betalingen igen fra din faktura.',
}
