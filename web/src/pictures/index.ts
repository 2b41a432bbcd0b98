export type { PictureKind } from './save.js';
export { pictureFile, savePicture } from './save.js';
