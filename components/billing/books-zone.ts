/** The time zone in which the registrar dates its invoices and its books. */
export const BOOKS_ZONE = 'Asia/Ho_Chi_Minh'
