export { type SourcePreset, SOURCE_PRESETS, presetOf } from './presets.js';
export { DATE_FORMATS, type DateFormat, type FileMapping, parseProfile, type SourceProfile } from './profile.js';
export { listProfiles, type ProfileAsked, profileFor, savedProfile, saveProfile } from './saved.js';
