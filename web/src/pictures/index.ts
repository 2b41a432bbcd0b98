export type { PictureKind } from './save.js';
export { savePicture } from './save.js';
