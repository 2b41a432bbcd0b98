const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;

/** Bytes as Bech32 (BIP 173), the way in which age writes its keys. */
export function toBech32(prefix: string, bytes: Uint8Array): string {
  const data = regroup([...bytes], 8, 5, true) ?? [];
  const checked = polymod([...expand(prefix), ...data, 0, 0, 0, 0, 0, 0]) ^ 1;
  const checksum = [0, 1, 2, 3, 4, 5].map((i) => (checked >>> (5 * (5 - i))) & 31);
  return `${prefix}1${[...data, ...checksum].map((value) => ALPHABET[value]).join('')}`;
}

/** The bytes of a Bech32 text with this prefix; null where it is none, or was mistyped. */
export function fromBech32(prefix: string, text: string): Buffer | null {
  const lower = text.toLowerCase();
  if (lower !== text && text.toUpperCase() !== text) return null;
  if (!lower.startsWith(`${prefix}1`)) return null;
  const values = [...lower.slice(prefix.length + 1)].map((letter) => ALPHABET.indexOf(letter));
  if (values.length < 6 || values.includes(-1) || polymod([...expand(prefix), ...values]) !== 1) return null;
  const bytes = regroup(values.slice(0, -6), 5, 8, false);
  return bytes && Buffer.from(bytes);
}

const expand = (prefix: string): number[] => {
  const codes = [...prefix].map((letter) => letter.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
};

function polymod(values: readonly number[]): number {
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    GENERATOR.forEach((of, i) => {
      if ((top >>> i) & 1) check ^= of;
    });
  }
  return check >>> 0;
}

function regroup(values: readonly number[], from: number, to: number, pad: boolean): number[] | null {
  const result: number[] = [];
  let [bits, held] = [0, 0];
  for (const value of values) {
    held = ((held << from) | value) & 0xfff;
    for (bits += from; bits >= to; bits -= to) result.push((held >>> (bits - to)) & ((1 << to) - 1));
  }
  if (pad) return bits > 0 ? [...result, (held << (to - bits)) & ((1 << to) - 1)] : result;
  return bits < from && ((held << (to - bits)) & ((1 << to) - 1)) === 0 ? result : null;
}
