import type { TermsText } from '../terms-text'

/** Unofficial translation; the Vietnamese original prevails. */
export const ro: TermsText = {
  title: 'Condiții de înregistrare și menținere a unui nume de domeniu',
  clauses: {
    subject: {
      heading: 'Domeniu de aplicare',
      text: 'Aceste condiții se aplică între titular și registrar pentru înregistrarea și menținerea numelui indicat în declarație. Înregistrarea este supusă și regulilor publicate de registrul care administrează extensia numelui.',
    },
    accuracy: {
      heading: 'Exactitatea datelor',
      text: 'Titularul declară că toate datele furnizate și toate documentele anexate sunt complete, clare și adevărate și că persoana care depune dosarul este îndreptățită să o facă în numele titularului. Un nume poate fi refuzat, suspendat sau retras dacă datele declarate sunt inexacte sau false. Registrarul păstrează dosarul inițial și toate dosarele ulterioare pe toată durata existenței numelui.',
    },
    rights: {
      heading: 'Drepturile altora',
      text: 'Titularul răspunde pentru faptul că numele și înregistrarea lui nu încalcă niciun drept de proprietate intelectuală al altora. Primirea unui dosar de către registrar sau alocarea unui nume nu confirmă inexistența unor asemenea drepturi.',
    },
    indemnity: {
      heading: 'Apărare și despăgubire',
      text: 'Dacă înregistrarea numelui dă naștere unor daune, răspunderi sau costuri pentru registrar sau pentru registru, titularul își asumă răspunderea de a-i apăra și de a-i despăgubi.',
    },
    'contact-data': {
      heading: 'Date de contact',
      text: 'Titularul declară registrarului fără întârziere orice modificare a datelor de contact. Înștiințările se trimit la datele de contact înregistrate. Titularul suportă consecințele dacă înștiințările nu ajung la destinație deoarece datele de contact nu au fost actualizate, chiar și atunci când numele se pierde din această cauză.',
    },
    'order-and-allotment': {
      heading: 'Ordine și alocare',
      text: 'Dosarele se soluționează în ordinea depunerii, primul venit, primul servit. Depunerea unui dosar nu înseamnă încă alocarea numelui. După ce dosarul este valid și plătit, numele este verificat din nou și locul este reținut imediat; numele este alocat formal după 24 de ore, la ora de procesare a unei zile lucrătoare. Dacă numele nu poate fi înregistrat, suma plătită este creditată plătitorului sau restituită la cerere.',
    },
    payment: {
      heading: 'Plată',
      text: 'Pentru un nume nou se plătesc o taxă unică de înregistrare și o taxă anuală de menținere pentru cel puțin un an; până la plata integrală a ambelor, numele nu se înregistrează. Un transfer bancar trebuie să indice scopul: titularul, numele și numărul de ani pentru fiecare nume. Sumele care nu pot fi atribuite unui nume se consideră neplătite și se restituie; titularul suportă riscul care decurge de aici. Transferul într-un cont greșit este pe riscul celui care îl face.',
    },
    expiry: {
      heading: 'Expirare și reînnoire',
      text: 'Titularul ia inițiativa de a reînnoi numele înainte de expirare. Un nume expirat este suspendat și poate fi reînnoit numai în termenul prevăzut de regulile în vigoare la data expirării. După acest termen numele este șters sau retras și eliberat pentru a fi înregistrat de alții; recuperarea lui nu este garantată.',
    },
    'registry-data': {
      heading: 'Transmiterea datelor',
      text: 'Pentru înregistrarea și menținerea numelui, registrarul transmite registrului datele declarate și modificările lor ulterioare. Data expirării unui nume și datele aferente pot fi consultate de oricine; datele cu caracter personal se afișează numai în măsura permisă.',
    },
    language: {
      heading: 'Limbă',
      text: 'Textul în limba vietnameză este originalul și are valoare juridică. Textele în alte limbi sunt traduceri neoficiale, cu titlu informativ; în caz de neconcordanță, prevalează textul în limba vietnameză.',
    },
  },
}
