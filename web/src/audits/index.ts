export { auditAddress } from './address.js';
