import { PRODUCT } from '../wording/index.js';

/** What stands until it is known who reads: the same as in `index.html`, at the place where the frame will have it. */
export const Arriving = () => (
  <p className="arriving">
    <img src="/icon.svg" alt="" width="28" height="28" />
    <span>{PRODUCT}</span>
  </p>
);
