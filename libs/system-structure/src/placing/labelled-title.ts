/**
 * Real titles from a public catalogue, labelled by hand, to measure the suggestions by. Used in
 * tests only.
 *
 * The reader is the quality manager of a maker of electrical and power equipment in Suzhou that
 * also installs and services what it makes. Every fourth title of the catalogue was taken (plans,
 * and titles looked at while the rules were written, left out), and those that such a company would
 * not list at all (lifts, kitchen appliances, medical devices, trading of electricity) were dropped.
 *
 * Guide: what the company makes or could make is a product; parts, materials and instruments that
 * it buys are purchased; codes for design, calculation, selection and connection to the grid are
 * design; planning, feasibility, costs and evaluation afterwards are research; construction,
 * acceptance and commissioning are installation; operation, repair and inspection tours at the
 * customer's are maintenance, for the company does that as a service; tools and hoists for work are
 * equipment; terms are basics. A title that fits two is given both, the better one first.
 */
export type LabelledTitle = readonly [number: string, title: string, kinds: readonly LabelKind[]];

type LabelKind = keyof typeof LABEL_PLACES;

/** Best place, then places that a person would accept as well; per form. */
export const LABEL_PLACES = {
  product: { form2017: ['CP1.1'], form2003: ['J03'] },
  purchased: { form2017: ['CP3.2'], form2003: ['J04'] },
  design: { form2017: ['CP2.2'], form2003: ['J02'] },
  research: { form2017: ['CP2.1'], form2003: ['J02', 'G02'] },
  testing: { form2017: ['CP3.4'], form2003: ['J07'] },
  installation: { form2017: ['CP3.8'], form2003: ['J09'] },
  maintenance: { form2017: ['CP5.1'], form2003: ['J10'] },
  safety: { form2017: ['BZ7.1'], form2003: ['J12', 'G13'] },
  environment: { form2017: ['BZ8.1'], form2003: ['J14', 'G15'] },
  energy: { form2017: ['BZ8.2'], form2003: ['J11', 'G12'] },
  information: { form2017: ['BZ10.3'], form2003: ['J15', 'G16'] },
  archives: { form2017: ['BZ10.1'], form2003: ['G16', 'G01'] },
  basics: { form2017: ['CP2.2', 'BZ2.1'], form2003: ['J01'] },
  emergency: { form2017: ['BZ7.2'], form2003: ['G13', 'J12'] },
  process: { form2017: ['CP3.3'], form2003: ['J05'] },
  equipment: { form2017: ['BZ5.1', 'BZ5.2'], form2003: ['J06'] },
  measuringDevices: { form2017: ['BZ6.2'], form2003: ['J07', 'J06'] },
  marking: { form2017: ['CP3.6'], form2003: ['J08'] },
} as const satisfies Record<
  string,
  { readonly form2017: readonly string[]; readonly form2003: readonly string[] }
>;
