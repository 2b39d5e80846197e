module registry 'br/public:avm/res/container-registry/registry:0.9.1' = {
  name: 'registry'
  params: {
    name: 'acmetest'
    acrAdminUserEnabled: true
  }
}
