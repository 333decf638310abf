export { zonesOfCountry } from './country-zones.ts';
