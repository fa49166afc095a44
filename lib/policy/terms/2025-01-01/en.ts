import type { TermsText } from '../terms-text'

/** Unofficial translation; the Vietnamese original prevails. */
export const en: TermsText = {
  title: 'Terms of registering and maintaining a domain name',
  clauses: {
    subject: {
      heading: 'Scope',
      text: 'These terms apply between the registrant and the registrar to the registration and maintenance of the name stated in the declaration. The registration is also subject to the rules published by the registry of the name’s extension.',
    },
    accuracy: {
      heading: 'Accuracy of data',
      text: 'The registrant declares that all data given and all documents attached are complete, clear and true, and that whoever files is entitled to file for the registrant. A name may be refused, suspended or reclaimed if the data declared is inaccurate or false. The registrar keeps the original dossier and all later dossiers for the life of the name.',
    },
    rights: {
      heading: 'Rights of others',
      text: 'The registrant is responsible for ensuring that the name and its registration infringe no intellectual-property right of others. That the registrar receives a dossier or a name is allotted does not confirm that no such right exists.',
    },
    indemnity: {
      heading: 'Defence and indemnity',
      text: 'If the registration of the name gives rise to damages, liabilities or costs of the registrar or of the registry, the registrant accepts responsibility for defending them and for indemnifying them.',
    },
    'contact-data': {
      heading: 'Contact data',
      text: 'The registrant declares every change of contact data to the registrar without delay. Notices are sent to the contact data on file. The registrant bears the consequences when notices do not arrive because contact data was not kept current, even where the name is lost as a result.',
    },
    'order-and-allotment': {
      heading: 'Order and allotment',
      text: 'Dossiers are handled in the order in which they are filed, first come, first served. Filing a dossier does not yet allot the name. Once a dossier is valid and paid, the name is checked again and a hold is placed at once; the name is formally allotted after 24 hours, at the processing time of a working day. If the name cannot be registered, the money paid is credited to the payer or paid back on request.',
    },
    payment: {
      heading: 'Payment',
      text: 'A new name pays a one-time registration fee and a yearly maintenance fee for at least one year; until both are fully paid the name is not registered. A transfer of money states its purpose: the registrant, the names, and the years paid for each name. Money that cannot be attributed to a name counts as not paid and is returned; the registrant bears the resulting risk. A transfer to a wrong account is at the risk of the person who makes it.',
    },
    expiry: {
      heading: 'Expiry and renewal',
      text: 'The registrant takes the initiative to renew the name before it expires. An expired name is suspended and can be renewed only within the period set by the rules in force on the day of its expiry. After that period the name is deleted or reclaimed and released for others to register; its recovery is not guaranteed.',
    },
    'registry-data': {
      heading: 'Delivery of data',
      text: 'To register and maintain the name, the registrar delivers the data declared, and later changes to it, to the registry. The expiry date of a name and related data can be looked up by anyone; personal data is shown only as far as permitted.',
    },
    language: {
      heading: 'Language',
      text: 'The Vietnamese text is the original and has legal force. Texts in other languages are unofficial translations for information; where they differ, the Vietnamese text prevails.',
    },
  },
}
