export { readTracks, runsWithin, type Track } from './catalogue.js';
