/** The hosted page's texts. A language that is not here is answered in English. */
const en = {
  title: 'Pay {amount}',
  merchant: 'Tenure, registrar of domain names',
  provider: 'Sandbox Pay',
  notice: 'Sandbox: no real money moves',
  amount: 'Amount',
  for: 'For',
  to: 'To',
  card: 'Test card number',
  cardHint: '{accepted} succeeds, {declined} is declined. Do not type a real card number.',
  cardWrong: 'This is not one of the two test cards, so nothing was paid. Type {accepted} and pay again.',
  keep: 'Keep this card for later payments',
  keepHint:
    'The merchant never sees its number and can charge it only for what you agreed to there. {later} pays now and is declined later.',
  pay: 'Pay {amount}',
  payTwice: 'Pay twice',
  payTwiceHint: 'Pays the amount two times, to try what happens to a surplus.',
  decline: 'Decline',
  declineHint: 'Ends this page without a payment.',
  paid: 'Paid: {amount}',
  paidTwice: 'Paid twice: {amount} each time',
  paidNext: 'The merchant is being told. Go back to see your invoice; it shows the payment within seconds.',
  failed: 'Not paid: declined',
  failedNext: 'No payment was made. Go back and open a new payment to try again.',
  expired: 'Not paid: this page has expired',
  expiredNext: 'No payment was made. Go back and open a new payment to try again.',
  back: 'Back to the merchant',
  missing: 'There is no such payment page',
  missingNext: 'The address is wrong or cut off. Open the payment again from your invoice.',
}

export type Texts = Readonly<Record<keyof typeof en, string>>

const vi: Texts = {
  title: 'Thanh toán {amount}',
  merchant: 'Tenure, nhà đăng ký tên miền',
  provider: 'Sandbox Pay',
  notice: 'Môi trường thử nghiệm: không có tiền thật được chuyển',
  amount: 'Số tiền',
  for: 'Nội dung',
  to: 'Người nhận',
  card: 'Số thẻ thử nghiệm',
  cardHint: '{accepted} thanh toán thành công, {declined} bị từ chối. Vui lòng không nhập số thẻ thật.',
  cardWrong:
    'Đây không phải là thẻ thử nghiệm nên chưa có khoản nào được thanh toán. Vui lòng nhập {accepted} và thanh toán lại.',
  keep: 'Lưu thẻ này cho các lần thanh toán sau',
  keepHint:
    'Người nhận không thấy số thẻ và chỉ được thu những khoản quý khách đã đồng ý với họ. {later} thanh toán được bây giờ nhưng bị từ chối ở các lần sau.',
  pay: 'Thanh toán {amount}',
  payTwice: 'Thanh toán hai lần',
  payTwiceHint: 'Thanh toán số tiền này hai lần để xem khoản thừa được xử lý thế nào.',
  decline: 'Từ chối',
  declineHint: 'Kết thúc trang này mà không thanh toán.',
  paid: 'Đã thanh toán: {amount}',
  paidTwice: 'Đã thanh toán hai lần, mỗi lần {amount}',
  paidNext:
    'Người nhận đang được thông báo. Vui lòng quay lại xem hóa đơn; khoản thanh toán hiển thị sau vài giây.',
  failed: 'Chưa thanh toán: bị từ chối',
  failedNext: 'Chưa có khoản nào được thanh toán. Vui lòng quay lại và mở thanh toán mới.',
  expired: 'Chưa thanh toán: trang này đã hết hạn',
  expiredNext: 'Chưa có khoản nào được thanh toán. Vui lòng quay lại và mở thanh toán mới.',
  back: 'Quay lại trang của người nhận',
  missing: 'Không có trang thanh toán này',
  missingNext: 'Địa chỉ bị sai hoặc thiếu. Vui lòng mở lại thanh toán từ hóa đơn của quý khách.',
}

/** The texts of a language, and the tag that the page declares. */
export function textsOf(locale: string): { lang: 'en' | 'vi'; texts: Texts } {
  return locale.toLowerCase().startsWith('vi') ? { lang: 'vi', texts: vi } : { lang: 'en', texts: en }
}
