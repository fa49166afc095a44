import type { TermsText } from '../terms-text'

/** The original: this text has legal force (R-HO-11). */
export const vi: TermsText = {
  title: 'Điều khoản đăng ký và duy trì tên miền',
  clauses: {
    subject: {
      heading: 'Phạm vi',
      text: 'Điều khoản này áp dụng giữa chủ thể đăng ký tên miền và nhà đăng ký đối với việc đăng ký và duy trì tên miền ghi trong bản khai. Ngoài điều khoản này, việc đăng ký còn tuân theo các quy định do đơn vị quản lý phần mở rộng của tên miền đó công bố.',
    },
    accuracy: {
      heading: 'Tính chính xác của thông tin',
      text: 'Chủ thể đăng ký cam đoan mọi thông tin khai báo và giấy tờ nộp kèm là đầy đủ, rõ ràng và đúng sự thật, và người nộp hồ sơ có quyền nộp thay cho chủ thể. Tên miền có thể bị từ chối, tạm ngừng hoặc thu hồi nếu thông tin khai báo không chính xác hoặc sai sự thật. Nhà đăng ký lưu hồ sơ gốc và các hồ sơ thay đổi về sau trong suốt thời gian tồn tại của tên miền.',
    },
    rights: {
      heading: 'Quyền của bên thứ ba',
      text: 'Chủ thể đăng ký có trách nhiệm bảo đảm rằng tên miền và việc đăng ký tên miền không xâm phạm quyền sở hữu trí tuệ của người khác. Việc nhà đăng ký tiếp nhận hồ sơ hoặc cấp phát tên miền không phải là xác nhận rằng không có quyền nào như vậy.',
    },
    indemnity: {
      heading: 'Bảo vệ và bồi hoàn',
      text: 'Nếu việc đăng ký tên miền làm phát sinh thiệt hại, nghĩa vụ hoặc chi phí đối với nhà đăng ký hoặc đơn vị quản lý phần mở rộng, chủ thể đăng ký nhận trách nhiệm bảo vệ các bên đó và bồi hoàn các khoản này.',
    },
    'contact-data': {
      heading: 'Thông tin liên hệ',
      text: 'Chủ thể đăng ký phải khai báo ngay với nhà đăng ký mọi thay đổi về thông tin liên hệ. Thông báo được gửi đến thông tin liên hệ đang lưu. Chủ thể đăng ký tự chịu trách nhiệm khi thông báo không đến nơi do thông tin liên hệ không được cập nhật kịp thời, kể cả khi vì vậy mà mất tên miền.',
    },
    'order-and-allotment': {
      heading: 'Thứ tự và cấp phát',
      text: 'Hồ sơ được giải quyết theo thứ tự nộp, ai đến trước được giải quyết trước. Nộp hồ sơ chưa phải là được cấp tên miền. Khi hồ sơ hợp lệ và đã thanh toán, tên miền được kiểm tra lại và được giữ chỗ ngay; tên miền được chính thức cấp phát sau 24 giờ, vào thời điểm xử lý của ngày làm việc. Nếu không thể đăng ký được tên miền, khoản tiền đã nộp được ghi có cho người nộp hoặc hoàn trả theo yêu cầu.',
    },
    payment: {
      heading: 'Thanh toán',
      text: 'Tên miền đăng ký mới phải nộp lệ phí đăng ký một lần và phí duy trì theo năm, tối thiểu một năm; khi chưa nộp đủ, tên miền không được đăng ký. Khoản chuyển tiền phải ghi rõ lý do: chủ thể đăng ký, tên miền và số năm nộp cho mỗi tên miền. Khoản tiền không xác định được nộp cho tên miền nào thì coi như chưa nộp và được chuyển trả lại; chủ thể đăng ký chịu rủi ro phát sinh. Chuyển tiền sai tài khoản là rủi ro của người chuyển.',
    },
    expiry: {
      heading: 'Hết hạn và gia hạn',
      text: 'Chủ thể đăng ký chủ động gia hạn tên miền trước khi hết hạn. Tên miền hết hạn bị tạm ngừng hoạt động và chỉ còn được gia hạn trong thời hạn của quy định có hiệu lực vào ngày hết hạn. Quá thời hạn đó, tên miền bị xóa hoặc thu hồi và được giải phóng cho người khác đăng ký; việc khôi phục không được bảo đảm.',
    },
    'registry-data': {
      heading: 'Chuyển dữ liệu',
      text: 'Để đăng ký và duy trì tên miền, nhà đăng ký chuyển dữ liệu đã khai báo và các thay đổi của dữ liệu đó cho đơn vị quản lý phần mở rộng. Ngày hết hạn và các dữ liệu liên quan của tên miền có thể được tra cứu công khai; dữ liệu cá nhân chỉ được hiển thị trong phạm vi được phép.',
    },
    language: {
      heading: 'Ngôn ngữ',
      text: 'Bản tiếng Việt là bản gốc và có giá trị pháp lý. Bản dịch sang ngôn ngữ khác chỉ để tham khảo; nếu có khác biệt, bản tiếng Việt được áp dụng.',
    },
  },
}
