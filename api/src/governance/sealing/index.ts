export { type KeyPair, makeKeyPair, readRecipient, seal, unseal } from './age.js';
