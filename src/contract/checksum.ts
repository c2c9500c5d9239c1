/**
 * CRC-24 (RFC 9580 section 6.1.1) of an ASCII text, 0 … 2^24 − 1. Any change within 24 neighbouring bits changes it.
 * The length is mixed into the start value: without it, a text followed by its own checksum would leave a register
 * that any number of zeros extends unnoticed.
 */
export function checksum(text: string): number {
  let crc = 0xb704ce ^ text.length;
  for (let index = 0; index < text.length; index += 1) {
    crc ^= text.charCodeAt(index) << 16;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x800000 ? (crc << 1) ^ 0x1864cfb : crc << 1;
  }
  return crc & 0xffffff;
}
