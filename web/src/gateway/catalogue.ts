/** A measure's contract, as the catalogue of the server states it. */
export interface Measure {
  readonly key: string;
  readonly label: string;
  readonly question: string;
  /** The field of the query type that answers it. */
  readonly field: string;
  readonly unit: string;
  /** How it is drawn: `forest`, `rate`, `mean`, … */
  readonly figure: string;
  readonly variants: readonly { readonly key: string; readonly label: string }[];
  /** The value that a figure draws. */
  readonly primary: string;
  readonly values: readonly MeasureValue[];
  readonly notFor: readonly string[];
  readonly counterMeasure: string;
  readonly method: string;
  readonly population: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly interval: string;
  readonly whenThereIsNoAnswer: string;
  readonly source: string;
}

export interface MeasureValue {
  readonly key: string;
  readonly label: string;
  readonly format: string;
}

/** Ratios that were agreed to count as similar. */
export interface SimilarRatios {
  readonly low: number;
  readonly high: number;
}

export interface Period {
  readonly key: string;
  readonly label: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly releaseId: string;
}

export interface Viewer {
  readonly email: string;
  readonly role: string;
  readonly roleLabel: string;
  readonly scope: string | null;
  readonly mustChangePassword: boolean;
  /** The own role in words, while the reader looks as another one. */
  readonly previewedBy: string | null;
  /** All that the account may do; pages show only that. */
  readonly permissions: readonly { readonly verb: string; readonly resource: string; readonly reach: string }[];
}

export interface InstallationFacts {
  readonly organisation: string;
  readonly sample: boolean;
  readonly productVersion: string;
  readonly noiseLevel: number;
  /** Earlier quarters of a new sample that are still being built. */
  readonly preparing: { readonly done: number; readonly total: number } | null;
  readonly thresholds: { readonly dimension: number; readonly special: number };
  /** Of the policy in force. */
  readonly similar: SimilarRatios;
}
