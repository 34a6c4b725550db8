// The report's page in Indonesian.
import type { PageTexts } from "./texts.ts";

export const indonesian: PageTexts = {
  title: "Yang ditanyakan orang",
  days: (from, to) => (from === to ? from : `${from} sampai ${to}`),
  skip: "Langsung ke angka",
  columns: {
    answered: "Dijawab",
    suggested: "Ditawari pilihan",
    unanswered: "Tidak tahu",
    helpful: "Membantu",
    unhelpful: "Tidak membantu",
  },
  questions: "Pertanyaan",
  asTable: "Angka ini sebagai tabel",
  number: "Jumlah",
  share: "Porsi",
  chart: "Diagram",

  emptyTitle: "Belum ada yang bisa ditampilkan",
  empty: [
    "Sebuah angka baru ditampilkan kalau sudah 5 atau lebih, supaya tidak mengungkapkan siapa pun. Pada hari-hari ini belum ada: yang bertanya sedikit, atau tidak ada.",
    "Pertanyaan dari hari-hari sebelumnya mungkin lebih banyak. Kalau Anda baru mulai, biarkan orang bertanya: setiap pertanyaan otomatis terhitung, dan keesokan harinya bisa masuk laporan.",
  ],
  emptyTry: "Untuk melihat cara kerjanya, buka halaman chat dan ajukan beberapa pertanyaan:",
  emptyEarlier: "Untuk memulai laporan dari hari yang lebih awal:",

  outcomesTitle: "Bagaimana hasilnya",
  outcomesNote:
    "Dijawab: bot memberi jawaban, atau orang memilih pertanyaan dari daftar. Ditawari pilihan: bot tidak yakin dan menawarkan pertanyaan yang paling dekat. Tidak tahu: bot berkata tidak punya jawabannya.",
  outcome: "Hasil",

  periodsTitle: {
    day: "Pertanyaan per hari",
    week: "Pertanyaan per minggu",
    month: "Pertanyaan per bulan",
  },
  periodsNote: {
    day: "Setiap bagian kolom dibulatkan ke kelipatan 5; bagian di bawah 5 tidak digambar.",
    week: "Minggu dimulai hari Senin; yang pertama dan terakhir bisa terpotong. Setiap bagian kolom dibulatkan ke kelipatan 5; bagian di bawah 5 tidak digambar.",
    month:
      "Bulan pertama dan terakhir bisa terpotong. Setiap bagian kolom dibulatkan ke kelipatan 5; bagian di bawah 5 tidak digambar.",
  },
  periodsNone: "Tidak satu pun punya cukup pertanyaan untuk sebuah angka.",
  period: { day: "Hari", week: "Minggu mulai", month: "Bulan mulai" },
  most: {
    day: (n, from) => `Paling banyak ${n}, pada ${from}.`,
    week: (n, from) => `Paling banyak ${n}, pada minggu mulai ${from}.`,
    month: (n, from) => `Paling banyak ${n}, pada bulan mulai ${from}.`,
  },

  lacksTitle: "Yang kurang dari FAQ ini",
  lacksNote:
    "Di sini bot sering tidak yakin, tidak punya jawaban, atau jawabannya tidak membantu. Pertanyaan yang disebut adalah yang paling dekat dengan yang ditanyakan; bisa jadi yang kurang justru yang lain.",
  lacksAdvice: {
    suggested:
      "Kebanyakan tidak yakin: tambahkan cara bertanya, atau bedakan dari pertanyaan yang mirip.",
    unanswered:
      "Kebanyakan tanpa jawaban: orang menanyakan sesuatu yang dekat dengannya. Tambahkan kata-kata mereka, atau pertanyaan baru.",
    unhelpful:
      "Kebanyakan tidak membantu: baca jawabannya dari sudut pandang orang yang bertanya, lalu tulis ulang.",
  },
  lacksNone: "Tidak ada yang menonjol: tidak satu pun mencapai 5.",
  lacksFar: (n) =>
    `${n} pertanyaan tidak dekat dengan apa pun di FAQ ini. Yang ditulis orang tidak disimpan, jadi hanya orang yang bisa tahu isinya: tanyakan kepada yang sering berbicara dengan mereka.`,
  lookCloser:
    "Perintah di bawah masing-masing menunjukkan bagaimana sebuah pertanyaan dibaca; ganti kata-katanya dengan yang biasa dipakai orang.",
  open: "Berkasnya:",

  topTitle: "Yang paling sering ditanyakan",
  topNote: "Paling banyak sepuluh pertanyaan; batangnya menunjukkan hasil masing-masing.",
  topNone: "Belum ada pertanyaan yang diajukan 5 kali.",
  entry: "Pertanyaan",
  noEntry: "Tidak dekat dengan apa pun",
  allEntries: "Semua pertanyaan sebagai tabel",
  moreEntries: (n) => `${n} lainnya, masing-masing`,

  languagesTitle: "Menurut bahasa",
  language: "Bahasa",
  channelsTitle: "Menurut kanal",
  channel: "Kanal",
  batchNote: (questions) =>
    `Dari ${questions} pertanyaan, dibagi per minggu dan dibulatkan ke kelipatan 5.`,
  batchNone: (least) =>
    `Hanya untuk minggu penuh dengan sedikitnya ${least} pertanyaan yang bisa ditampilkan. Tidak ada minggu seperti itu yang berakhir pada hari-hari ini.`,
  others: "Semua yang lain, setiap minggu",
  chatPage: "Halaman chat",
  generic: "Sistem sendiri (generic)",

  pickedTitle: "Yang dipilih orang",
  pickedNote: (answers) =>
    `Paling banyak sepuluh pertanyaan. Jawaban yang dipilih dari tawaran atau daftar lain, bukan ditemukan dari yang ditulis. Dari ${answers} jawaban, dibagi per pertanyaan dan minggu, dan dibulatkan ke kelipatan 5.`,
  pickedNone: (least) =>
    `Per pertanyaan, hanya untuk minggu penuh dengan sedikitnya ${least} jawaban, 5 di antaranya dipilih dari tawaran atau daftar lain. Tidak ada minggu seperti itu yang berakhir pada hari-hari ini.`,

  feedbackTitle: "Apakah membantu?",
  feedbackNone: "Kurang dari 5 orang yang menilai, atau tidak ada.",
  feedback: "Penilaian",

  notesTitle: "Cara membaca angka-angka ini",
  notes: (timeZone) => [
    `Hari dihitung menurut waktu ${timeZone}. Hari yang belum selesai tidak ikut.`,
    "Supaya tidak ada angka yang mengungkapkan seseorang, pertanyaan menunggu sampai ada 5 dengan hasil yang sama, lalu pada hari itu ditampilkan bersama. <5 berarti kurang dari itu, atau tidak ada.",
    "Jumlah total, dan angka setiap hari, memasukkan yang masih menunggu; dibulatkan ke kelipatan 5, dan untuk setiap hasil paling jauh 6 dari yang sebenarnya.",
    "Bahasa, kanal, dan yang dipilih dihitung dari pertanyaan yang sudah ditampilkan, dalam kumpulan minggu penuh; yang kurang dari 5 dalam satu kumpulan tidak disebut. Kadang angka terbesar sebuah kumpulan digeser 5 supaya angka yang lain tidak bisa dihitung darinya.",
  ],
  exactNumbers: "Angka persisnya bisa menunjukkan siapa yang bertanya; jangan disebarkan:",
  uncounted: (most, from, to) =>
    `Mungkin ada sampai ${most} pertanyaan yang dijawab tanpa terhitung selama penyimpanan tidak berfungsi. Jadi ada sekitar ${from} sampai ${to} pertanyaan.`,
  uncountedNone: "Tidak ada pertanyaan yang dijawab tanpa terhitung.",
  uncountedUnknown: (why) =>
    `Berapa pertanyaan yang dijawab tanpa terhitung selama penyimpanan tidak berfungsi, tidak diketahui: ${why}.`,
  unknownReasons: {
    "own-log": "“npm start” menulis satu baris untuk masing-masing di log-nya",
    "stand-in": "tidak ada CloudWatch di samping pengganti DynamoDB",
    forgotten: "CloudWatch lupa setelah 15 bulan",
    never: "CloudWatch belum pernah punya angkanya",
    unreadable: "CloudWatch tidak bisa dibaca",
  },
  rawTitle: "Hitungan persis",
  rawNote:
    "Ini hitungan persis. Yang kecil bisa menunjukkan siapa yang bertanya: jangan disebarkan.",
};
