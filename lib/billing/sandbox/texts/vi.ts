import type { Texts } from './en'

export const vi: Texts = {
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
