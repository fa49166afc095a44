import type { TermsText } from '../terms-text'

/** Unofficial translation; the Vietnamese original prevails. */
export const da: TermsText = {
  title: 'Vilkår for registrering og opretholdelse af et domænenavn',
  clauses: {
    subject: {
      heading: 'Omfang',
      text: 'Disse vilkår gælder mellem registranten og registratoren for registrering og opretholdelse af det navn, der er angivet i erklæringen. Registreringen er desuden underlagt de regler, som registret for navnets endelse har offentliggjort.',
    },
    accuracy: {
      heading: 'Oplysningernes rigtighed',
      text: 'Registranten erklærer, at alle oplysninger og alle vedlagte dokumenter er fuldstændige, tydelige og sande, og at den, der indgiver ansøgningen, har ret til at gøre det på registrantens vegne. Et navn kan afvises, suspenderes eller inddrages, hvis oplysningerne er unøjagtige eller usande. Registratoren opbevarer den oprindelige sag og alle senere sager i hele navnets levetid.',
    },
    rights: {
      heading: 'Andres rettigheder',
      text: 'Registranten har ansvaret for at sikre, at navnet og registreringen af det ikke krænker andres immaterielle rettigheder. At registratoren modtager en sag, eller at et navn tildeles, er ingen bekræftelse på, at sådanne rettigheder ikke findes.',
    },
    indemnity: {
      heading: 'Forsvar og skadesløsholdelse',
      text: 'Hvis registreringen af navnet medfører skader, forpligtelser eller omkostninger for registratoren eller registret, påtager registranten sig ansvaret for at forsvare dem og holde dem skadesløse.',
    },
    'contact-data': {
      heading: 'Kontaktoplysninger',
      text: 'Registranten oplyser uden ophold registratoren om enhver ændring af kontaktoplysninger. Meddelelser sendes til de registrerede kontaktoplysninger. Registranten bærer følgerne, hvis meddelelser ikke når frem, fordi kontaktoplysningerne ikke er holdt ajour, også hvis navnet derved går tabt.',
    },
    'order-and-allotment': {
      heading: 'Rækkefølge og tildeling',
      text: 'Sager behandles i den rækkefølge, de er indgivet, efter først til mølle-princippet. Indgivelse af en sag er endnu ikke tildeling af navnet. Når sagen er gyldig og betalt, kontrolleres navnet igen, og der reserveres straks en plads; navnet tildeles formelt efter 24 timer, på behandlingstidspunktet en arbejdsdag. Kan navnet ikke registreres, godskrives det betalte beløb betaleren eller tilbagebetales efter anmodning.',
    },
    payment: {
      heading: 'Betaling',
      text: 'For et nyt navn betales et registreringsgebyr én gang og et årligt opretholdelsesgebyr for mindst ét år; navnet registreres ikke, før begge er fuldt betalt. En overførsel skal angive sit formål: registranten, navnene og antallet af år for hvert navn. Penge, der ikke kan henføres til et navn, regnes som ikke betalt og sendes tilbage; registranten bærer risikoen for følgerne. En overførsel til en forkert konto sker på betalerens egen risiko.',
    },
    expiry: {
      heading: 'Udløb og fornyelse',
      text: 'Registranten sørger selv for at forny navnet, inden det udløber. Et udløbet navn suspenderes og kan kun fornyes inden for den frist, der følger af de regler, som gælder på udløbsdagen. Derefter slettes eller inddrages navnet og frigives, så andre kan registrere det; genopretning garanteres ikke.',
    },
    'registry-data': {
      heading: 'Videregivelse af oplysninger',
      text: 'For at registrere og opretholde navnet videregiver registratoren de afgivne oplysninger og senere ændringer af dem til registret. Et navns udløbsdato og tilhørende data kan slås op af enhver; personoplysninger vises kun i det omfang, det er tilladt.',
    },
    language: {
      heading: 'Sprog',
      text: 'Den vietnamesiske tekst er originalen og har retskraft. Tekster på andre sprog er uofficielle oversættelser til orientering; ved uoverensstemmelse gælder den vietnamesiske tekst.',
    },
  },
}
