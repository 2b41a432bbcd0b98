/** What a report needs to know of a measure's contract: its words. The contracts themselves fit. */
export interface MeasureWords {
  readonly key: string;
  readonly label: string;
  readonly question: string;
  readonly population: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly interval: string;
  readonly whenThereIsNoAnswer: string;
  readonly notFor: readonly string[];
  readonly counterMeasure: string;
  readonly method: string;
  readonly figure: string;
  readonly planClass: string;
  readonly variants: readonly { readonly key: string; readonly label: string }[];
  readonly values: readonly ValueWords[];
  readonly primary: string;
}

export interface ValueWords {
  readonly key: string;
  readonly label: string;
  readonly format: string;
}
