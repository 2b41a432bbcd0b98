/** A value of a dimension. In a tree, `parent` names the node above; a missing parent is a root. */
export interface DimensionValue {
  readonly key: string;
  readonly label: string;
  readonly parent?: string;
}

/**
 * A column by which tables are split.
 *
 * `open` columns stand on an organisation chart. `special` columns are personal characteristics: their categories are
 * secret, their values are those declared in the settings whether or not anybody holds them. `secret` columns (a track,
 * a role) are conditions that only the microdata know.
 */
export interface Dimension {
  readonly key: string;
  readonly label: string;
  readonly kind: 'tree' | 'ordered' | 'nominal';
  readonly sensitivity: 'open' | 'special' | 'secret';
  /** In display order. */
  readonly values: readonly DimensionValue[];
}
