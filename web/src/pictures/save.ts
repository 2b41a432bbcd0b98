import { type Picture, pictureOf, type Told } from './picture.js';

export type PictureKind = 'svg' | 'png';

/** Twice the size on the page; browsers draw no canvas that is much higher than this. */
const SHARPNESS = 2;
const HIGHEST = 16_000;

/** Makes the file and hands it to the reader. @throws when the browser cannot draw it. */
export async function savePicture(chart: HTMLElement, told: Told, name: string, kind: PictureKind): Promise<void> {
  const picture = pictureOf(chart, told);
  const file = kind === 'svg' ? new Blob([picture.text], { type: 'image/svg+xml' }) : await pixelsOf(picture);
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.${kind}`;
  link.click();
  // The download has begun with the click; the address is kept a moment for browsers that read it later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The picture as a PNG. @throws when the browser cannot draw it. */
export const pictureFile = (chart: HTMLElement, told: Told): Promise<Blob> => pixelsOf(pictureOf(chart, told));

async function pixelsOf({ text, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const scale = Math.min(SHARPNESS, HIGHEST / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('the browser drew nothing')) : resolve(blob)), 'image/png'),
  );
}
