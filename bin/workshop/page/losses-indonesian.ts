// What a channel's reader misses, in Indonesian.
import type { Loss } from "../../previews/loss.ts";

export function lossesInIndonesian(loss: Loss): string {
  switch (loss.kind) {
    case "text-cut":
      return `Teksnya kelebihan ${loss.by} karakter dari batas ${loss.most}, jadi ${loss.characters} karakter terakhir tidak tampil.`;
    case "sources-left-out":
      return `Tidak ada tempat untuk ${loss.count} sumbernya.`;
    case "title-cut":
      return `Ada judul yang terpotong setelah ${loss.most} karakter: “${loss.shown}”`;
    case "options-left-out":
      return `Tidak bisa dipilih: ${loss.missing.join("; ")}`;
    case "buttons-left-out":
      return `Jika lebih dari ${loss.most} karakter (di sini lebih ${loss.by}), tombol tidak bisa disertakan.`;
    case "formatting":
      return `“${loss.shown}” tanpa sengaja tampil ${styles[loss.style]}.`;
  }
}

const styles = {
  bold: "tebal",
  italic: "miring",
  strike: "tercoret",
  mono: "dengan huruf mesin tik",
  bullet: "sebagai daftar",
  number: "sebagai daftar bernomor",
  quote: "sebagai kutipan",
  link: "sebagai tautan",
} as const;
