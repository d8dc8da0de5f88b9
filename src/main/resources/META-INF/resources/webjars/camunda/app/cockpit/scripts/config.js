export default {
  app: { name: 'Cockpit', vendor: 'Kakehashi' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' }
};
