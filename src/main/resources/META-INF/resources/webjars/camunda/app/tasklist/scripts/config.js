export default {
  app: { name: 'Tasks', vendor: 'Kakehashi' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  dateFormat: { normal: 'YYYY-MM-DD HH:mm', long: 'YYYY-MM-DD HH:mm', short: 'YYYY-MM-DD' },
  disableWelcomeMessage: true,
  customScripts: ['desk/desk'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'sets the focus to the first filter' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the start process modal dialog' }
  }
};
